"""A fault of ours is never the student's: broken on purpose, graded by a real judge's process."""

import shutil
import sys
from pathlib import Path

import pytest

from nbjudge.confine.levels import best
from nbjudge.course.course import load_course
from nbjudge.course.sections import find_section, source_notebook
from nbjudge.grading import grade_file
from nbjudge.judge.verdict import Status
from nbjudge.notebook import cells
from tests.kit.authoring import TINY

pytestmark = pytest.mark.slow

IMAGE, SIZE = "image_distance", "magnification"
LENSES = Path("exercises", "lenses")
BROKEN = {
    "a criterion": (
        LENSES / f"{IMAGE}.py",
        "return bool(np.isinf(numbers(answer.value, probe.expected.shape)).all())",
        "return bool(np.isinf(misspelt).all())",
        IMAGE,
        "an object in the focus",
        "NameError: name 'misspelt'",
    ),
    "a criterion, by an assertion": (
        LENSES / f"{IMAGE}.py",
        "return bool(np.isinf(numbers(answer.value, probe.expected.shape)).all())",
        "assert probe.expected is None",
        IMAGE,
        "an object in the focus",
        "AssertionError",
    ),
    "a draw": (
        LENSES / f"{IMAGE}.py",
        "f = float(rng.choice([0.125, 0.25, 0.5]))",
        "f = 1 / 0",
        IMAGE,
        "probes of criterion",
        "ZeroDivisionError",
    ),
    "a draw, by a kind of error that answers cause too": (
        LENSES / f"{IMAGE}.py",
        "f = float(rng.choice([0.125, 0.25, 0.5]))",
        "f = float(rng.choice([]))",
        IMAGE,
        "probes of criterion",
        "ValueError",
    ),
    "an ask": (
        LENSES / "asks.py",
        "def image_distance(function, object_distance, focal_length):\n    return function(",
        "def image_distance(function, object_distance, focal_length):\n    return misspelt(",
        IMAGE,
        f"asks of {IMAGE}",
        "NameError: name 'misspelt'",
    ),
    "an ask that takes other arguments": (
        LENSES / "asks.py",
        "def image_distance(function, object_distance, focal_length):",
        "def image_distance(function, object_distance):",
        IMAGE,
        f"asks of {IMAGE}",
        "TypeError",
    ),
    "an ask that is not there": (
        LENSES / "asks.py",
        "def image_distance(function",
        "def image_distances(function",
        IMAGE,
        "no function image_distance",
        "",
    ),
    "a lent step": (
        LENSES / "asks.py",
        "return 1 / (1 / focal_length - 1 / np.asarray(object_distance))",
        "return 1 / (1 / focal_length - 1 / misspelt)",
        SIZE,
        f"asks of {SIZE}",
        "NameError: name 'misspelt'",
    ),
    "a module": (
        LENSES / f"{SIZE}.py",
        "from optics.reference import lenses as reference",
        "from optics.reference import lens as reference",
        SIZE,
        "exercise ",
        "ImportError",
    ),
}


@pytest.fixture(autouse=True)
def own_path(monkeypatch):
    """A course puts its folder on the path of modules, where it would stay in the way."""
    monkeypatch.setattr(sys, "path", [*sys.path])


def course_with(root, name, *changes):
    """A copy of the tiny course, its package called ``name``, with texts of its files replaced."""
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    for path, before, after in changes:
        place = root / "optics" / path
        text = place.read_text(encoding="utf-8")
        assert text.count(before) == 1, before
        place.write_text(text.replace(before, after), encoding="utf-8")
    (root / "optics").rename(root / name)
    for path in (*root.glob("**/*.py"), *root.glob("**/*.ipynb"), root / "course.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("optics", name), encoding="utf-8")
    return load_course(root)


def graded(course, answers=()):
    """The grading of the model solution, with other answers in the place of some."""
    import nbformat

    section = find_section(course, "lenses")
    notebook = source_notebook(section)
    for cell in notebook.cells:
        cell.source = dict(answers).get(cells.grade_id(cell), cell.source)
    handed_in = course.root / "handed_in.ipynb"
    nbformat.write(notebook, handed_in)
    return grade_file(handed_in, course, level=best(), seed="seed")


@pytest.mark.parametrize("number", range(len(BROKEN)), ids=list(BROKEN))
def test_what_is_broken_is_withheld_and_named_and_costs_no_other_exercise(number, tmp_path):
    path, before, after, exercise, where, what = list(BROKEN.values())[number]
    course = course_with(tmp_path / "course", f"defect_{number}", (path, before, after))
    found = graded(course)
    verdicts = {verdict.name: verdict for verdict in found.verdicts}
    assert set(verdicts) == {IMAGE, SIZE}
    withheld = verdicts.pop(exercise)
    assert (withheld.status, withheld.score, withheld.criteria) == (Status.DEFECT, None, [])
    assert set(found.defects) == {exercise}
    assert where in found.defects[exercise]
    assert what in found.defects[exercise]
    (other,) = verdicts.values()
    assert (other.status, other.score) == (Status.GRADED, other.points)
    assert (found.score, found.max_score) == (other.points, other.points + withheld.points)
    by_name = {form["name"]: form for form in found.receipt()["verdicts"]}
    assert by_name[exercise]["score"] is None


SLIPS = {
    "takes no argument": "def image_distance():\n    return 1",
    "raises": "def image_distance(g, f):\n    return g / misspelt",
    "is no function": "image_distance = 'a text'",
    "returns what nobody expects": "def image_distance(g, f):\n    return {'a': object()}",
    "ends the process": "import os\n\ndef image_distance(g, f):\n    os._exit(1)",
}


def test_what_a_student_breaks_is_no_fault_of_ours(tmp_path):
    course = course_with(tmp_path / "course", "sound")
    for said, source in SLIPS.items():
        found = graded(course, {IMAGE: source})
        verdicts = {verdict.name: verdict for verdict in found.verdicts}
        assert found.defects == {}, said
        passed = {criterion.name for criterion in verdicts[IMAGE].criteria if criterion.passed}
        assert passed <= {"the distances are left alone"}, said
        assert verdicts[IMAGE].status is not Status.DEFECT, said
        assert verdicts[SIZE].score == verdicts[SIZE].points, said  # it is lent a working one
