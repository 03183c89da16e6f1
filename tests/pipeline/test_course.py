"""The ``course`` command as an instructor types it."""

import csv
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from nbjudge.confine.levels import best
from tests.kit.course import exercises, find
from tests.kit.submissions import fill, released, solved, text

pytestmark = pytest.mark.slow

COURSE = Path(sys.executable).parent / "course"
SECTION = find("02")  # the quickest to grade
STATUSES = {"graded", "not_attempted", "error", "timeout", "crashed", "missing", "defect"}


def course(*arguments, cwd: Path, check: bool = True) -> subprocess.CompletedProcess:
    level = ["--isolation", best()] if arguments[0] in ("autograde", "grade") else []
    done = subprocess.run(
        [str(COURSE), *map(str, arguments), *level],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert not check or done.returncode == 0, done.stderr[-3000:]
    return done


CRASHING = """def bernoulli_mle(data):
    import os
    os._exit(3)
"""
BROKEN = "def gaussian_mle(data)\n    return 3"
POINTS = sum(e.points for e in exercises().values() if e.topic == SECTION.topic)


@pytest.fixture(scope="session")
def objects(tmp_path_factory) -> list[dict]:
    """What ``course grade --json`` prints for notebooks of every kind, from an empty folder."""
    folder = tmp_path_factory.mktemp("loose")
    work = {
        "solved.ipynb": text(solved(SECTION)),
        "bad.ipynb": text(fill({"bernoulli_mle": CRASHING, "gaussian_mle": BROKEN}, SECTION)),
        "untouched.ipynb": text(released(SECTION)),
        "poem.ipynb": "roses are red",
    }
    for name, content in work.items():
        (folder / name).write_text(content, encoding="utf-8")
    done = course("grade", *work, "missing.ipynb", "--json", cwd=folder)
    assert sorted(p.name for p in folder.iterdir()) == sorted(work)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_a_file_in_their_order(objects):
    names = ["solved.ipynb", "bad.ipynb", "untouched.ipynb", "poem.ipynb", "missing.ipynb"]
    assert [o["file"] for o in objects] == names
    for o in objects:
        assert set(o) == {
            "file",
            "section",
            "score",
            "max_score",
            "isolation",
            "seed",
            "remarks",
            "exercises",
        }
        for e in o["exercises"]:
            assert set(e) == {
                *("name", "points", "score", "status", "criteria", "problem", "wrong_form")
            }
            assert e["status"] in STATUSES
            assert abs(sum(c["share"] for c in e["criteria"]) - 1) < 1e-2
            assert all(set(c) == {"name", "passed", "share", "hint"} for c in e["criteria"])
            assert all(bool(c["hint"]) != c["passed"] for c in e["criteria"])


def test_right_answers_earn_everything_and_untouched_todos_nothing(objects):
    solved, _, untouched, *_ = objects
    assert solved["score"] == solved["max_score"] == POINTS
    assert untouched["score"] == 0
    assert {e["status"] for e in untouched["exercises"]} == {"not_attempted"}


def test_statuses_say_how_an_answer_ended(objects):
    statuses = {e["name"]: e["status"] for e in objects[1]["exercises"]}
    assert statuses["bernoulli_mle"] == "crashed"
    assert statuses["gaussian_mle"] == "error"
    assert statuses["mvn_log_pdf"] == "not_attempted"


@pytest.mark.parametrize(("place", "name"), [(3, "poem.ipynb"), (4, "missing.ipynb")])
def test_what_is_no_notebook_is_named_and_graded_as_nothing(objects, place, name):
    assert objects[place]["score"] == 0
    assert objects[place]["exercises"] == []
    assert name in objects[place]["remarks"][0]


def test_a_seed_repeats_a_grading(tmp_path):
    (tmp_path / "a.ipynb").write_text(text(released(SECTION)), encoding="utf-8")
    first, again = (
        course("grade", "a.ipynb", "--json", "--seed", "ab12", cwd=tmp_path).stdout
        for _ in range(2)
    )
    assert first == again
    assert json.loads(first)["seed"] == "ab12"


@pytest.fixture(scope="session")
def classroom(tmp_path_factory) -> Path:
    """A small class, all the way to the report, handed in as a zip."""
    folder = tmp_path_factory.mktemp("classroom")
    with zipfile.ZipFile(folder / "handed-in.zip", "w") as archive:
        archive.writestr(f"ada_{SECTION.name}.ipynb", text(solved(SECTION)))
        archive.writestr("Copy of bob (1).ipynb", text(released(SECTION)))
        archive.writestr("../../climber.ipynb", text(released(SECTION)))
        archive.writestr("carl/essay.docx", b"PK not a notebook")
        archive.writestr("=cmd()/x.ipynb", b"")
    course("collect", "handed-in.zip", "02", cwd=folder)
    for command in ("autograde", "feedback", "report"):
        course(command, cwd=folder)
    return folder


def rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "report" / f"{SECTION.name}.csv").open() as table:
        return {row["student"]: row for row in csv.DictReader(table)}


def test_everyone_has_a_row_and_a_status(classroom):
    found = rows(classroom)
    assert {name: row["status"] for name, row in found.items()} == {
        "ada": "graded",
        "bob": "no answers",
        "climber": "no answers",
        "carl": "no answers",
        "cmd": "no answers",
    }
    assert float(found["ada"]["score"]) == POINTS
    assert "essay.docx is no notebook" in found["carl"]["remarks"]


def test_everyone_has_feedback(classroom):
    for name in rows(classroom):
        assert (classroom / "feedback" / name / SECTION.name / f"{SECTION.name}.html").is_file()


def test_nothing_is_written_outside_the_folder(classroom):
    assert not list(classroom.parent.glob("climber*"))


def test_grading_again_runs_nothing_and_changes_nothing(classroom):
    results = sorted((classroom / ".course" / "results").iterdir())
    times = [path.stat().st_mtime_ns for path in results]
    receipts = {p: p.read_bytes() for p in (classroom / ".course" / "receipts").rglob("*.json")}
    course("autograde", cwd=classroom)
    assert sorted((classroom / ".course" / "results").iterdir()) == results
    assert [path.stat().st_mtime_ns for path in results] == times
    assert {p: p.read_bytes() for p in receipts} == receipts


def test_the_report_is_one_file_that_needs_no_other(classroom):
    page = (classroom / "report" / f"{SECTION.name}.html").read_text(encoding="utf-8")
    assert "http" not in page
    assert "<script" not in page
    assert "ada" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("collect", ".", "99"), "There is no section '99'"),
        (("release", "02"), "There is no course.toml"),
        (("publish", "out"), "There is no course.toml"),
        (("collect", ".", "nonsense"), "no section"),
        (("autograde",), "Nothing is submitted"),
        (("feedback", "02"), "Nobody's 02_maximum_likelihood"),
    ],
)
def test_mistakes_of_the_caller_end_in_one_sentence(arguments, said, tmp_path):
    done = course(*arguments, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
