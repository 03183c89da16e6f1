"""A test that is broken costs no student anything: it is named, and mended, and graded again."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from nbjudge.confine.levels import best
from tests.kit.classes import SECTION, hand_in, with_answers
from tests.kit.course import COURSE, ROOT, exercises
from tests.kit.submissions import bare_course

pytestmark = pytest.mark.slow
BROKEN = "bernoulli_mle"
MODULE = Path("helpers", "exercises", SECTION.topic, f"{BROKEN}.py")
RIGHT, SLIP = "            near,\n", "            lambda *_: misspelt,\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of its own with a slip in one criterion, and a class that was graded by it."""
    root = tmp_path_factory.mktemp("course")
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    (root / "source").symlink_to(bare_course().source)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(COURSE.layer.folder, root / "helpers", ignore=ignore)
    source = (root / MODULE).read_text(encoding="utf-8")
    assert RIGHT in source
    (root / MODULE).write_text(source.replace(RIGHT, SLIP, 1), encoding="utf-8")
    hand_in(root / "class", {"ada": with_answers({}), "bob": with_answers({BROKEN: "x = 1"})})
    return root


def run(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A ``course`` command on the class."""
    command = [Path(sys.executable).with_name("course"), *arguments, SECTION.name, "-C", "class"]
    environment = {**os.environ, "COLUMNS": "1000"}
    return subprocess.run(
        command, cwd=course, env=environment, text=True, capture_output=True, check=False
    )


def autograde(course: Path) -> subprocess.CompletedProcess[str]:
    return run(course, "autograde", "--isolation", best())


@pytest.fixture(scope="module")
def graded(course: Path) -> subprocess.CompletedProcess[str]:
    """What was said while the class was graded."""
    return autograde(course)


def receipt(course: Path, student: str = "ada") -> dict[str, Any]:
    path = course / "class" / ".course" / "receipts" / SECTION.name / f"{student}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def verdicts(course: Path, student: str = "ada") -> dict[str, dict[str, Any]]:
    return {form["name"]: form for form in receipt(course, student)["verdicts"]}


def score(course: Path, student: str = "ada") -> tuple[float | None, bool]:
    """What the gradebook has: the automatic score, and whether a human is asked for."""
    with Gradebook(f"sqlite:///{course / 'class' / 'gradebook.db'}") as book:
        found = book.find_grade(f"test_{BROKEN}", SECTION.name, SECTION.name, student)
        return found.auto_score, found.needs_manual_grade


def test_the_run_ends_with_one_and_names_the_exercise(graded):
    assert graded.returncode == 1
    assert f"{BROKEN}: withheld from" in graded.stderr
    assert ".course/defects" in graded.stderr
    assert "Traceback" not in graded.stderr


def test_the_receipt_has_no_score_and_the_others_all(course, graded):
    found = verdicts(course)
    assert (found[BROKEN]["status"], found[BROKEN]["score"]) == ("defect", None)
    others = [form for name, form in found.items() if name != BROKEN]
    assert len(others) == len([e for e in exercises().values() if e.topic == SECTION.topic]) - 1
    assert all(form["score"] == form["points"] for form in others)


def test_the_gradebook_has_no_score_and_asks_a_human(course, graded):
    assert score(course) == (None, True)


def test_the_traceback_is_kept(course, graded):
    path = course / "class" / ".course" / "defects" / SECTION.name / f"ada-{BROKEN}.txt"
    said = path.read_text(encoding="utf-8")
    assert "NameError: name 'misspelt' is not defined" in said
    assert MODULE.name in said


def test_report_and_table_name_it(course, graded):
    assert run(course, "report").returncode == 0
    folder = course / "class" / "report"
    page = (folder / f"{SECTION.name}.html").read_text(encoding="utf-8")
    assert f"<code>{BROKEN}</code>: ada" in page
    with (folder / f"{SECTION.name}.csv").open(encoding="utf-8") as table:
        rows = {row["student"]: row for row in csv.DictReader(table)}
    assert (rows["ada"][BROKEN], rows["ada"][f"{BROKEN}_status"]) == ("", "defect")
    assert rows["ada"]["status"] == "defect"


def test_the_student_reads_that_it_is_withheld(course, graded):
    assert run(course, "feedback").returncode == 0
    page = course / "class" / "feedback" / "ada" / SECTION.name / f"{SECTION.name}.html"
    text = page.read_text(encoding="utf-8")
    assert "withheld" in text
    assert "no fault of yours" in text
    assert "misspelt" not in text


def test_the_mended_test_is_graded_by_the_same_command(course, graded):
    """The last test here: it mends the course."""
    source = (course / MODULE).read_text(encoding="utf-8")
    (course / MODULE).write_text(source.replace(SLIP, RIGHT), encoding="utf-8")
    done = autograde(course)
    assert done.returncode == 0, done.stderr
    ours = verdicts(course)[BROKEN]
    assert (ours["status"], ours["score"]) == ("graded", ours["points"])
    assert score(course) == (ours["points"], False)
    assert receipt(course)["score"] == receipt(course)["max_score"]
    assert f"{BROKEN} withheld → {ours['points']:g}" in done.stdout
    assert list((course / "class" / ".course" / "defects").rglob("*.txt")) == []
    assert verdicts(course, "bob")[BROKEN]["score"] == 0
