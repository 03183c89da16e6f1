"""``course new``, and the walk of docs/adding-an-exercise.md, done as it is written."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

from tests.kit.authoring import COURSE, REPOSITORY, course, done

pytestmark = pytest.mark.slow

PAGE = REPOSITORY / "docs" / "adding-an-exercise.md"
FAILS = "course quality 01 --exercise chance_at_least"  # as the page says: a mutant survives
TOLD = re.compile(
    r"(?ms)^(?:(?P<place>(?:In |The cell )?`[^\n]*(?:, the whole file)?):\n\n)?"
    r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$"
)


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new course with a section and an exercise, as ``course new`` writes them; to be read."""
    place = tmp_path_factory.mktemp("new")
    done(place, "new", "course", "waves", "--title", 'Waves, "an introduction"')
    root = place / "waves"
    done(root, "new", "section", "01_strings")
    done(root, "new", "exercise", "energy")
    return root


@pytest.fixture
def new(skeleton: Path, tmp_path: Path) -> Path:
    """A copy of it; to be changed."""
    return Path(shutil.copytree(skeleton, tmp_path / "waves"))


def test_a_skeleton_passes_check_and_quality(new: Path) -> None:
    assert done(new, "check") == ""
    result = json.loads(done(new, "quality", "--json", "--seeds", "5"))
    assert result["passed"]
    assert (result["right"], result["wrong"]) == (1, 2)
    assert result["mutants"] == result["killed"] > 0
    notebook = nbformat.read(new / "source/01_strings/01_strings.ipynb", as_version=4)
    assert [cell.id for cell in notebook.cells][-3:] == ["about-energy", "energy", "test_energy"]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("section", "01_pipes"), "There is 01_strings already"),
        (("section", "02_strings"), "There is 01_strings already"),
        (("section", "pipes"), "two digits"),
        (("section", "02_Pipes"), "small letters"),
        (("section", "02_checks"), "the course's package uses it"),
        (("exercise", "energy"), "has a cell energy already"),
        (("exercise", "np"), "has a np already"),
        (("exercise", "Array"), "small letters"),
        (("exercise", "two words"), "small letters"),
        (("exercise", "class"), "small letters"),
        (("exercise", "asks"), "a meaning of its own"),
        (("exercise", "test_energy"), "a meaning of its own"),
        (("exercise", "power", "--section", "07"), "There is no section '07'"),
    ],
)
def test_what_is_there_or_cannot_be_is_refused_in_one_sentence(
    skeleton: Path, command: tuple[str, ...], says: str
) -> None:
    before = contents(skeleton)
    result = course(skeleton, "new", *command)
    assert result.returncode == 2
    assert says in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert contents(skeleton) == before


def test_a_course_is_not_written_over(new: Path) -> None:
    before = contents(new)
    result = course(new.parent, "new", "course", "waves")
    assert result.returncode == 2
    assert "nothing is overwritten" in " ".join(result.stderr.split())
    assert contents(new) == before


def test_a_file_in_the_way_leaves_all_as_it_was(new: Path) -> None:
    place = new / "answers/01_strings/power/right_model.py"
    place.parent.mkdir(parents=True)
    place.write_text("mine")
    before = contents(new)
    assert course(new, "new", "exercise", "power").returncode == 2
    assert contents(new) == before


def test_with_several_sections_an_exercise_needs_one(new: Path) -> None:
    done(new, "new", "section", "02_pipes")
    result = course(new, "new", "exercise", "power")
    assert result.returncode == 2
    assert "--section NAME. There are: 01_strings, 02_pipes" in " ".join(result.stderr.split())


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder, but what Python compiled."""
    files = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def told(page: str) -> list[tuple[str, str, str]]:
    """The fenced blocks of a page: where each one goes, its kind, its text."""
    blocks = [(m["place"] or "", m["kind"], m["text"]) for m in TOLD.finditer(page)]
    assert len(blocks) == len(re.findall(r"(?m)^```\w+$", page))
    assert all(place or kind == "sh" for place, kind, _ in blocks)
    return blocks


def put(root: Path, place: str, text: str) -> None:
    """Do with a block what the line above it says."""
    names = re.findall("`([^`]+)`", place)
    if place.startswith("The cell"):
        path = root / names[1]
        notebook = nbformat.read(path, as_version=4)
        next(cell for cell in notebook.cells if cell.id == names[0]).source = text.rstrip("\n")
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
    elif place.endswith("the whole file"):
        (root / names[0]).write_text(text, encoding="utf-8")
    else:
        (root / names[0]).write_text(merged((root / names[0]).read_text(), text), encoding="utf-8")


def merged(old: str, new: str) -> str:
    """A module with the statements of another, in the place of those that bind the same name."""
    replaced = {getattr(node, "name", ast.dump(node)): node for node in ast.parse(new).body}
    kept = [n for n in ast.parse(old).body if getattr(n, "name", ast.dump(n)) not in replaced]
    return "\n\n".join(ast.unparse(node) for node in sorted([*kept, *replaced.values()], key=rank))


def rank(node: ast.stmt) -> int:
    """Docstring, imports, values, functions."""
    kinds = (ast.Expr, (ast.Import, ast.ImportFrom), (ast.Assign, ast.AnnAssign))
    future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
    place = next((i for i, kind in enumerate(kinds) if isinstance(node, kind)), len(kinds))
    return 2 * place - future


def test_the_walk_of_the_page(tmp_path: Path) -> None:
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "course").write_text(f'#!/bin/sh\nexec {" ".join(COURSE)} "$@"\n')
    (bin_folder / "course").chmod(0o755)
    environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    root = tmp_path / "dice"
    said: dict[str, str] = {}
    for place, kind, text in told(PAGE.read_text(encoding="utf-8")):
        if kind != "sh":
            put(root, place, text)
            continue
        for command in text.splitlines():
            if command.startswith("cd "):
                assert tmp_path / command.removeprefix("cd ") == root
                continue
            result = subprocess.run(
                ["sh", "-c", command],
                cwd=root if root.is_dir() else tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            said[command] = result.stdout
            expected = 1 if command == FAILS else 0
            assert result.returncode == expected, f"{command}\n{result.stdout}{result.stderr}"
            if command == "course check":
                assert result.stdout == ""
    assert said[FAILS].count("survivors: ") == 1
    assert "survivors" not in said["course quality"]
    assert "equivalent: chance_at_least" in said["course quality"]
    assert "01_rolls.ipynb: 4 of 4" in said["course grade solutions/01_rolls/01_rolls.ipynb"]
