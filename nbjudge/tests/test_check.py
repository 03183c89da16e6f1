"""``course check``: what it finds in spoilt copies of the tiny course, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.kit.authoring import REPOSITORY, TINY, course, done, findings

pytestmark = pytest.mark.slow


@pytest.fixture
def optics(tmp_path: Path) -> Path:
    """A copy of the tiny course."""
    return Path(shutil.copytree(TINY, tmp_path / "course"))


def test_the_tiny_course_and_this_one_pass_check(optics: Path) -> None:
    assert findings(optics) == []
    assert done(REPOSITORY, "check") == ""


LENSES = "source/02_lenses/02_lenses.ipynb"
ANGLE = "optics/exercises/refraction/refraction_angle.py"


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text in a file, where it must be."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def in_cell(name: str, change: Callable[[NotebookNode], object]) -> Callable[[Path], None]:
    """A change of one cell of the notebook on lenses."""

    def apply(root: Path) -> None:
        notebook = nbformat.read(root / LENSES, as_version=4)
        change(next(cell for cell in notebook.cells if cell.id == name))
        (root / LENSES).write_text(nbformat.writes(notebook), encoding="utf-8")

    return apply


def reorder(root: Path) -> None:
    """Put the text on the second TODO between the first and its test."""
    notebook = nbformat.read(root / LENSES, as_version=4)
    ids = [cell.id for cell in notebook.cells]
    notebook.cells.insert(
        ids.index("test_image_distance"), notebook.cells.pop(ids.index("about-magnification"))
    )
    (root / LENSES).write_text(nbformat.writes(notebook), encoding="utf-8")


def raw(change: Callable[[dict], object]) -> Callable[[Path], None]:
    """A change of the notebook's file itself."""

    def apply(root: Path) -> None:
        form = json.loads((root / LENSES).read_text(encoding="utf-8"))
        change(form)
        (root / LENSES).write_text(json.dumps(form), encoding="utf-8")

    return apply


def unlinked(*paths: str) -> Callable[[Path], None]:
    return lambda root: [(root / path).unlink() for path in paths] and None


def edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root / path, old, new)


def meta(**changes: object) -> Callable[[NotebookNode], None]:
    return lambda cell: cell.metadata.nbgrader.update(changes)


def outputs(cell: NotebookNode) -> None:
    cell.outputs = [nbformat.v4.new_output("stream", text="seen")]


def other_reference(root: Path) -> None:
    """An exercise that has its numbers from itself, and a reference without it."""
    edit(root / "optics/reference/lenses.py", "def magnification", "def other")
    edit(
        root / "optics/exercises/lenses/magnification.py",
        "from optics.reference import lenses as reference",
        "class reference:\n    magnification = staticmethod(lambda g, f: f / (f - g))",
    )


BANK = "answers/01_refraction/refraction_angle"
FAULTS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    # what is done to the tiny course; the file and cell of the finding; what it says
    "no module": (
        unlinked(ANGLE),
        "01_refraction.ipynb, cell test_refraction_angle",
        "there is no",
    ),
    "module raises": (
        edited(ANGLE, "EXERCISE = ", "1 / 0\nEXERCISE = "),
        ANGLE,
        "ZeroDivisionError",
    ),
    "module exits": (edited(ANGLE, "EXERCISE = ", "exit()\nEXERCISE = "), ANGLE, "SystemExit"),
    "module is no Python": (edited(ANGLE, "EXERCISE = ", "def\nEXERCISE = "), ANGLE, "SyntaxError"),
    "module without value": (edited(ANGLE, "EXERCISE = ", "OTHER = "), ANGLE, "it has no EXERCISE"),
    "draw raises": (
        edited(ANGLE, "thin, dense =", "thin = 1 / 0; dense ="),
        ANGLE,
        "drawing probes",
    ),
    "draw gives nothing": (
        edited(ANGLE, "    return [rays(rng, dense, thin, sines)]", "    return []"),
        ANGLE,
        "gives no probes",
    ),
    "other points": (edited(ANGLE, "points=2", "points=3"), "cell test_refraction_angle", "3"),
    "no ask": (
        edited("optics/exercises/lenses/asks.py", "def magnification", "def other"),
        "lenses/asks.py",
        "no function magnification",
    ),
    "no asks": (unlinked("optics/exercises/refraction/asks.py"), "refraction/asks.py", "write it"),
    "asks are no Python": (
        edited("optics/exercises/lenses/asks.py", "NOTEBOOK: dict", "def"),
        "lenses/asks.py",
        "no Python",
    ),
    "no reference": (
        edited(
            ANGLE, "from optics.reference import refraction as reference\n", "reference = None\n"
        ),
        ANGLE,
        "drawing probes fails",
    ),
    "reference of another name": (
        other_reference,
        "reference/lenses.py",
        "no function magnification",
    ),
    "no visible check": (
        in_cell("test_magnification", lambda c: c.update(source=c.source.partition("\n")[2])),
        "cell test_magnification",
        "no visible check",
    ),
    "check of another": (
        in_cell(
            "test_magnification",
            lambda c: c.update(source=c.source.replace('check("m', 'check("image_distance", m)#')),
        ),
        "cell test_magnification",
        "it checks image_distance",
    ),
    "check not there": (
        edited("optics/checks/lenses.py", "def magnification", "def other"),
        "cell test_magnification",
        "no check magnification",
    ),
    "grades another": (
        in_cell(
            "test_magnification",
            lambda c: c.update(source=c.source.replace('grade("m', 'grade("image_distance", m)#')),
        ),
        "cell test_magnification",
        "it grades image_distance",
    ),
    "no hidden tests": (
        in_cell("test_magnification", lambda c: c.update(source='check("magnification", 1)')),
        "cell test_magnification",
        "no hidden tests",
    ),
    "no right answer": (
        unlinked(f"{BANK}/right_loop.py", f"{BANK}/right_one_line.py"),
        BANK,
        "no right answer",
    ),
    "criterion unknown": (
        edited(f"{BANK}/wrong_clipped.py", "loses: total reflection", "loses: total loss"),
        "wrong_clipped.py",
        "no criterion 'total loss'",
    ),
    "loses nothing": (
        edited(f"{BANK}/wrong_clipped.py", "# loses: total reflection\n", ""),
        "wrong_clipped.py",
        "# loses: CRITERION",
    ),
    "answer is no Python": (
        edited(f"{BANK}/wrong_clipped.py", "def ", "def def "),
        "wrong_clipped.py",
        "no Python",
    ),
    "mutants are no TOML": (
        edited("answers/02_lenses/equivalent.toml", "[image_distance]", "[image_distance"),
        "equivalent.toml",
        "TOMLDecodeError",
    ),
    "no test follows": (reorder, "cell image_distance", "does not follow at once"),
    "no solution before": (reorder, "cell test_image_distance", "is not the solution cell"),
    "id is not grade_id": (
        in_cell("magnification", lambda c: c.update(id="other")),
        "cell magnification",
        "make them the same",
    ),
    "ids twice": (
        raw(lambda form: form["cells"][0].update(id="imports")),
        "cell imports",
        "2 cells have this id",
    ),
    "no id": (raw(lambda form: form["cells"][0].pop("id")), "cell number 1", "it has no id"),
    "old schema": (in_cell("imports", meta(schema_version=2)), "cell imports", "make it 3"),
    "locked solution": (
        in_cell("magnification", meta(locked=True)),
        "cell magnification",
        "unlock",
    ),
    "open test": (
        in_cell("test_magnification", meta(locked=False)),
        "test_magnification",
        "'locked'",
    ),
    "points are words": (in_cell("test_magnification", meta(points="1")), "magnification", "'1'"),
    "no marks": (
        in_cell("magnification", lambda c: c.update(source=c.source.replace("### BEGIN", "#"))),
        "cell magnification",
        "0 lines",
    ),
    "outputs": (in_cell("imports", outputs), "cell imports", "outputs"),
    "executed": (in_cell("imports", lambda c: c.update(execution_count=3)), "imports", "count"),
    "old format": (raw(lambda form: form.update(nbformat_minor=4)), LENSES, "4.5"),
    "no notebook": (
        lambda root: (root / LENSES).write_text("{") and None,
        LENSES,
        "cannot be read",
    ),
    "list for a notebook": (lambda root: (root / LENSES).write_text("[]") and None, LENSES, "read"),
    "exercise without a cell": (
        lambda root: shutil.copy(root / ANGLE, root / ANGLE.replace("refraction_a", "a")) and None,
        "refraction/angle.py",
        "no cell test_angle",
    ),
    "topic without a section": (
        lambda root: (
            shutil.copytree((root / ANGLE).parent, (root / ANGLE).parents[1] / "waves") and None
        ),
        "exercises/waves",
        "no section has this topic",
    ),
    "layer entry not there": (
        edited("course.toml", '"checks"]', '"checks", "plots.py"]'),
        "course.toml",
        "plots.py",
    ),
    "answers in the layer": (
        edited("course.toml", '"checks"]', '"checks", "reference"]'),
        "course.toml",
        "holds answers",
    ),
    "no nbgrader_config.py": (unlinked("nbgrader_config.py"), "nbgrader_config.py", "not there"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_check_finds(optics: Path, fault: str) -> None:
    spoil, place, says = FAULTS[fault]
    spoil(optics)
    said = findings(optics)
    found = [line for line in said if place in line.partition(": ")[0]]
    assert any(says in line for line in found), said
    assert not any("\n" in line for line in said)


def test_findings_end_in_exit_code_one(optics: Path) -> None:
    FAULTS["module raises"][0](optics)
    result = course(optics, "check")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""


@pytest.mark.parametrize("fault", ["no ask", "reference of another name", "no visible check"])
def test_quality_names_an_exercise_that_lacks_something(optics: Path, fault: str) -> None:
    FAULTS[fault][0](optics)
    result = course(optics, "quality", "02", "--seeds", "1")
    assert result.returncode == 1
    assert "magnification" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_quality_of_one_exercise_is_not_kept_up_by_another(optics: Path) -> None:
    FAULTS["no ask"][0](optics)
    result = done(optics, "quality", "02", "--exercise", "image_distance", "--seeds", "1", "--json")
    assert json.loads(result)["passed"]
