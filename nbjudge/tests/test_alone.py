"""nbjudge alone: its wheel in an empty environment, and the tiny course from release to report."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import venv
from pathlib import Path

import nbformat
import pytest

from tests.kit.authoring import REPOSITORY, TINY

pytestmark = pytest.mark.slow

SECTION = "02_lenses"
WRONG = ("image_distance", "wrong_absolute")
HINT = "An image in front of the lens has a negative distance"
LOOK = """
import importlib.util, json, sys
import nbjudge
light = sorted(name for name in sys.modules if name.startswith(("nbjudge", "numpy", "zmq")))
graded = nbjudge.grade_file(sys.argv[1], level=sys.argv[2])
print(json.dumps({
    "here": nbjudge.__file__,
    "light": light,
    "absent": [n for n in ("torch", "helpers", "sklearn") if importlib.util.find_spec(n) is None],
    "score": graded.score,
    "max_score": graded.max_score,
    "statuses": [verdict.status for verdict in graded.verdicts],
}))
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment in which nbjudge's wheel is installed."""
    place = tmp_path_factory.mktemp("alone")
    venv.create(place / "venv", with_pip=True)
    python = place / "venv" / "bin" / "python"
    pip = [str(python), "-m", "pip", "--quiet"]
    said(place, *pip, "wheel", "--no-deps", "-w", str(place), str(REPOSITORY / "nbjudge"))
    (wheel,) = place.glob("nbjudge-*.whl")
    said(place, *pip, "install", "-c", str(REPOSITORY / "constraints.txt"), str(wheel))
    return python


@pytest.fixture(scope="module")
def level(python: Path) -> str:
    """How far student code can be kept apart on this machine."""
    return said(python.parent, str(python.with_name("course")), "doctor", "--best").strip()


@pytest.fixture(scope="module")
def root(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny course, released."""
    root = shutil.copytree(TINY, tmp_path_factory.mktemp("tiny") / "course")
    said(root, str(python.with_name("course")), "release")
    return root


def said(folder: Path, *command: str) -> str:
    """What a command says when it succeeds, run without this repository in reach."""
    outside = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command, cwd=folder, env=outside, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_course_passes_check_and_quality(python: Path, root: Path) -> None:
    course = str(python.with_name("course"))
    assert said(root, course, "check") == ""
    results = said(root, course, "quality", "--json", "--seeds", "3").splitlines()
    assert [json.loads(line)["passed"] for line in results] == [True, True]


def test_a_class_from_release_to_report(python: Path, root: Path, level: str) -> None:
    course, handed_in = str(python.with_name("course")), root.parent / "handed_in"
    solution = root / "solutions" / SECTION / f"{SECTION}.ipynb"
    hand_in(handed_in, "ada", nbformat.read(solution, as_version=4))
    hand_in(handed_in, "bob", nbformat.read(root / "release" / SECTION / solution.name, 4))
    exercise, answer = WRONG
    spoilt = nbformat.read(solution, as_version=4)
    source = (root / "answers" / SECTION / exercise / f"{answer}.py").read_text(encoding="utf-8")
    next(cell for cell in spoilt.cells if cell.id == exercise).source = source
    hand_in(handed_in, "cy", spoilt)

    said(root, course, "collect", str(handed_in), SECTION)
    said(root, course, "autograde", SECTION, "--isolation", level)
    said(root, course, "feedback", SECTION)
    said(root, course, "report", SECTION)

    rows = list(csv.DictReader((root / "report" / f"{SECTION}.csv").open(encoding="utf-8")))
    scores = {row["student"]: (float(row["score"]), float(row["max_score"])) for row in rows}
    full = scores["ada"][1]
    assert scores == {"ada": (full, full), "bob": (0.0, full), "cy": (scores["cy"][0], full)}
    assert 0 < scores["cy"][0] < full
    assert lost(root, "ada") == set()
    assert lost(root, "cy") == {(exercise, "virtual images")}
    pages = {s: root / "feedback" / s / SECTION / f"{SECTION}.html" for s in scores}
    hinted = {s for s, page in pages.items() if HINT in page.read_text(encoding="utf-8")}
    assert hinted == {"bob", "cy"}


def hand_in(folder: Path, student: str, notebook: nbformat.NotebookNode) -> None:
    """Put a student's notebook where it is collected."""
    (folder / student).mkdir(parents=True)
    nbformat.write(notebook, folder / student / f"{SECTION}.ipynb")


def lost(root: Path, student: str) -> set[tuple[str, str]]:
    """Exercise and criterion of all that a student lost, by the receipt."""
    receipt = root / ".course" / "receipts" / SECTION / f"{student}.json"
    verdicts = json.loads(receipt.read_text(encoding="utf-8"))["verdicts"]
    return {(v["name"], c["name"]) for v in verdicts for c in v["criteria"] if not c["passed"]}


def test_the_python_interface_of_the_installed_package(
    python: Path, root: Path, level: str
) -> None:
    solution = root / "solutions" / SECTION / f"{SECTION}.ipynb"
    found = json.loads(said(root, str(python), "-c", LOOK, str(solution), level))
    assert Path(found["here"]).is_relative_to(python.parents[1])
    assert found["light"] == ["nbjudge"]
    assert found["absent"] == ["torch", "helpers", "sklearn"]
    assert found["score"] == found["max_score"] > 0
    assert set(found["statuses"]) == {"graded"}


def test_the_readme_grades_a_file(python: Path, root: Path, level: str) -> None:
    readme = (REPOSITORY / "nbjudge" / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"(?ms)^```python\n(.*?)^```$", readme)
    shutil.copy(root / "solutions" / SECTION / f"{SECTION}.ipynb", root)
    block = block.replace(", course)", f", course, level={level!r})")
    lines = said(root, str(python), "-c", block).splitlines()
    score, full = map(float, lines[0].split(" of "))
    assert score == full > 0
    assert [line.split()[:2] + line.split()[3:] for line in lines[1:]] == [
        ["image_distance", "graded", "[]"],
        ["magnification", "graded", "[]"],
    ]


def test_the_wheel_holds_all_of_the_package_and_says_that_it_is_typed(python: Path) -> None:
    (shipped,) = python.parents[1].glob("lib/python*/site-packages/nbjudge")
    assert contents(shipped) == contents(REPOSITORY / "nbjudge" / "src" / "nbjudge")
    assert "py.typed" in contents(shipped)


def contents(package: Path) -> set[str]:
    """The files of a package, but what Python compiled."""
    files = (p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {str(path.relative_to(package)) for path in files}
