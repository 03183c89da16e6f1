"""Plain nbgrader, from the command line, in a course folder: what an instructor knows how to do."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from nbjudge.confine.levels import best
from nbjudge.notebook.cells import grade_id
from nbjudge.quality.bank import bank
from tests.kit.course import ROOT
from tests.kit.submissions import (
    SECTION,
    answers,
    as_typed,
    fill,
    model_answers,
    released,
    solved,
    text,
)

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
WEAK = sorted(answers("wrong"))
PIXEL = (  # red, one by one
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    path = os.pathsep.join([str(BIN), os.environ["PATH"]])
    command = [str(BIN / "nbgrader"), *arguments, f"--Run.isolation={best()}"]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=900,
    )


def wrong_in(exercise: str) -> str:
    """The first answer of the bank that is wrong in this exercise."""
    return as_typed(next(a for a in bank(SECTION) if (a.exercise, a.kind) == (exercise, "wrong")))


def with_a_picture() -> NotebookNode:
    """The solution, with a picture pasted into its written answer."""
    notebook = solved()
    reflection = next(c for c in notebook.cells if grade_id(c) == "reflection")
    reflection.source += "\n\n![my sketch](attachment:my%20sketch.png)"
    reflection["attachments"] = {"my sketch.png": {"image/png": PIXEL}}
    return notebook


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Path:
    """A course folder after generate_assignment, autograde, generate_feedback and export."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "source").symlink_to(ROOT / "source")
    half = {name: wrong_in(name) for name in WEAK[::2]}
    other = {name: wrong_in(name) for name in WEAK[1::2]}
    work = {
        "solved": text(with_a_picture()).encode(),
        "untouched": text(released()).encode(),
        "weak-1": text(fill({**model_answers(), **half})).encode(),
        "weak-2": text(fill({**model_answers(), **other})).encode(),
        "garbage": b"not a notebook",
    }
    for student, data in work.items():
        target = folder / "submitted" / student / SECTION.name
        target.mkdir(parents=True)
        (target / SECTION.source.name).write_bytes(data)
    commands = (
        ("generate_assignment", SECTION.name),
        ("autograde", SECTION.name),
        ("generate_feedback", SECTION.name),
        ("export",),
    )
    for command in commands:
        done = nbgrader(folder, *command)
        assert done.returncode == 0, done.stderr[-3000:]
    return folder


def scores(folder: Path, student: str) -> dict[str, float]:
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission_notebook(SECTION.name, SECTION.name, student)
        return {
            g.name.removeprefix("test_"): g.auto_score
            for g in notebook.grades
            if g.name.startswith("test_")
        }


def points() -> dict[str, float]:
    return {
        c.metadata.nbgrader.grade_id.removeprefix("test_"): c.metadata.nbgrader.points
        for c in released().cells
        if c.metadata.get("nbgrader", {}).get("grade") and c.cell_type == "code"
    }


def test_the_solution_earns_every_point_and_the_release_none(course):
    full = points()
    assert {k: v for k, v in scores(course, "solved").items() if k in full} == full
    assert set(scores(course, "untouched").values()) == {0.0}


@pytest.mark.parametrize(("student", "wrong"), [("weak-1", WEAK[::2]), ("weak-2", WEAK[1::2])])
def test_a_wrong_answer_costs_exactly_its_own_exercise(course, student, wrong):
    found = scores(course, student)
    lost = sorted(name for name, most in points().items() if found[name] < most)
    assert lost == wrong


def test_a_file_that_is_no_notebook_is_graded_as_nothing_and_says_so(course):
    assert set(scores(course, "garbage").values()) <= {0.0}
    receipt = json.loads((course / f".course/receipts/{SECTION.name}/garbage.json").read_text())
    assert "no notebook" in receipt["remarks"][0]
    assert {v["status"] for v in receipt["verdicts"]} == {"missing"}


def test_the_reflection_waits_for_a_human(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        grade = gradebook.find_grade("reflection", SECTION.name, SECTION.name, "solved")
        assert grade.needs_manual_grade
        blank = gradebook.find_grade("reflection", SECTION.name, SECTION.name, "untouched")
        assert blank.auto_score == 0


def test_export_lists_every_student(course):
    rows = list(csv.DictReader((course / "grades.csv").open()))
    assert {row["student_id"] for row in rows} >= {"solved", "untouched", "garbage"}
    assert {row["student_id"]: float(row["score"]) for row in rows}["solved"] == 36


def feedback(folder: Path, student: str) -> str:
    path = folder / "feedback" / student / SECTION.name / f"{SECTION.name}.html"
    return path.read_text(encoding="utf-8")


def test_a_picture_in_the_reflection_is_in_the_autograded_notebook_and_in_the_feedback(course):
    path = course / "autograded" / "solved" / SECTION.name / SECTION.source.name
    notebook = json.loads(path.read_text(encoding="utf-8"))
    attached = [c["attachments"] for c in notebook["cells"] if c.get("attachments")]
    assert attached == [{"picture-1.png": {"image/png": PIXEL}}]
    assert f"data:image/png;base64,{PIXEL}" in feedback(course, "solved")


@pytest.mark.parametrize("student", ["solved", "weak-1", "weak-2", "untouched", "garbage"])
def test_feedback_shows_criteria_and_never_the_tests(course, student):
    page = feedback(course, student)
    assert "mixing weights" in page
    secrets = (
        "BEGIN HIDDEN",
        "grade(&quot;",
        "grade(&#39;",
        ">grade<",
        "helpers/exercises",
        "nbjudge/",
        "helpers.reference",
        "test cell&gt;",
    )
    assert not [secret for secret in secrets if secret in page]


def test_hints_reach_the_student_who_needs_them(course):
    assert "✗" in feedback(course, "weak-1")
    assert "✗" not in feedback(course, "solved")


def test_the_release_holds_no_hidden_test_and_no_solution(course):
    page = (course / "release" / SECTION.name / SECTION.source.name).read_text(encoding="utf-8")
    for secret in ("HIDDEN TESTS", 'grade(\\"', "BEGIN SOLUTION", "log_joint", "Rubric"):
        assert secret not in page


def test_a_regrade_replaces_what_a_killed_notebook_would_have_kept(course):
    """Nothing of an earlier score survives when a worse file is handed in."""
    target = course / "submitted" / "solved" / SECTION.name / SECTION.source.name
    before = target.read_bytes()
    try:
        target.write_bytes(b"")
        done = nbgrader(course, "autograde", SECTION.name, "--student", "solved", "--force")
        assert done.returncode == 0, done.stderr[-2000:]
        assert set(scores(course, "solved").values()) <= {0.0}
    finally:
        target.write_bytes(before)
        nbgrader(course, "autograde", SECTION.name, "--student", "solved", "--force")
    assert sum(scores(course, "solved").values()) == 36
