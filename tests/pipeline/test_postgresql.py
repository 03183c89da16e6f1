"""A gradebook on a PostgreSQL server holds what a file would, and says so when it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from nbgrader.api import Gradebook as Api
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from nbjudge.classroom.folder import Folder
from nbjudge.gradebook.gradebook import LONGEST, Gradebook
from nbjudge.publish.release import release
from tests.kit.books import contents, scores
from tests.kit.classes import (
    GRADE,
    KEY,
    SECTION,
    WRONG,
    done,
    files,
    hand_in,
    minutes,
    refused,
    with_answers,
)
from tests.kit.course import COURSE, ROOT
from tests.kit.grader import Grader

pytestmark = [minutes, pytest.mark.slow]
BIN = Path(sys.executable).parent
FAILING = "def bernoulli_mle(x):\n    raise ValueError"
WORK = {"right": {}, "wrong": {"bernoulli_mle": WRONG}, "failing": {"bernoulli_mle": FAILING}}
PATIENCE = 120  # seconds that a run may take until its first receipt


def in_its_file(folder: Path) -> str:
    """The URL of a class's gradebook that is in its folder."""
    return Gradebook(Folder(folder), COURSE).url


def submissions() -> dict[str, str]:
    """A right, a wrong and a failing answer, and a file that holds none."""
    return {
        **{name: with_answers(changed) for name, changed in WORK.items()},
        "poem": "roses are red",
    }


@pytest.fixture(scope="module")
def in_a_file(grader, tmp_path_factory) -> Path:
    """The class with its gradebook in a file, from release to report."""
    return graded(grader, tmp_path_factory.mktemp("in-a-file"))


@pytest.fixture(scope="module")
def kept(postgresql) -> str:
    """The URL of the gradebook of the class ``on_a_server``."""
    return postgresql.empty()


@pytest.fixture(scope="module")
def on_a_server(grader, kept, tmp_path_factory) -> Path:
    """The same class with its gradebook on the server."""
    return graded(grader, tmp_path_factory.mktemp("on-a-server"), "--db", kept)


def graded(grader: Grader, folder: Path, *database: str) -> Path:
    """The class graded, with feedback and report."""
    hand_in(folder, submissions(), key=KEY)
    for command in (GRADE, ("feedback", "02", "-C"), ("report", "02", "-C")):
        done(grader.run(*command, folder, *database))
    return folder


def test_receipts_feedback_and_scores_are_those_of_a_file(in_a_file, on_a_server, kept):
    ours, theirs = files(on_a_server), files(in_a_file)
    assert {name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)} == set()
    for kind in ("feedback", ".course/receipts"):
        assert sum(name.startswith(kind) for name in ours) >= len(submissions())
    assert contents(kept) == contents(in_its_file(in_a_file))
    found = scores(on_a_server, SECTION.name)
    assert found["right"] > found["wrong"] >= found["failing"] > found["poem"] == 0
    tables = [folder / "report" / f"{SECTION.name}.csv" for folder in (on_a_server, in_a_file)]
    assert tables[0].read_bytes() == tables[1].read_bytes()


def test_no_file_is_made_beside_the_server_s_gradebook(on_a_server):
    assert list(on_a_server.glob("gradebook.db*")) == []


def test_nothing_but_the_command_knows_the_password(on_a_server, postgresql):
    secret = postgresql.password.split("/%")[1].encode()
    places = [path for path in on_a_server.rglob("*") if path.is_file()]
    assert [path for path in places if secret in path.read_bytes()] == []


def test_the_formgrader_s_questions_have_the_same_answers(in_a_file, on_a_server, kept):
    def asked(folder: Path, url: str) -> list[Any]:
        api = NbGraderAPI(
            CourseDirectory(root=str(folder), source_directory=str(ROOT / "source"), db_url=url)
        )
        said = [
            api.get_assignments(),
            api.get_students(),
            api.get_submissions(SECTION.name),
            api.get_notebook_submissions(SECTION.name, SECTION.name),
            api.get_student_submissions("wrong"),
            api.get_student_notebook_submissions("wrong", SECTION.name),
        ]
        random = ("id", "index", "timestamp", "display_timestamp")  # the index is the id's place
        return [
            sorted(str({k: v for k, v in form.items() if k not in random}) for form in forms)
            for forms in said
        ]

    ours = asked(on_a_server, kept)
    assert all(ours)
    assert ours == asked(in_a_file, in_its_file(in_a_file))


def test_a_configuration_names_the_gradebook_and_the_command_line_wins(
    grader, on_a_server, kept, url, tmp_path
):
    """nbgrader's own command reads the same line."""
    line = f"c = get_config()\nc.CourseDirectory.db_url = {kept!r}\n"
    (tmp_path / "nbgrader_config.py").write_text(line)
    said = done(grader.run("report", "02", "-C", tmp_path)).out
    assert all(student in said for student in WORK)
    done(grader.run("report", "02", "-C", tmp_path, "--db", url))
    assert contents(url) == {}
    search = os.pathsep.join([str(BIN), os.environ["PATH"]])
    subprocess.run(
        [BIN / "nbgrader", "export", "--to", "scores.csv"],
        cwd=tmp_path,
        env={**os.environ, "PATH": search},
        check=True,
        capture_output=True,
    )
    rows = (tmp_path / "scores.csv").read_text().splitlines()
    assert sum(row.startswith(SECTION.name) for row in rows) == len(submissions())


def test_a_release_is_entered_on_the_server(url, tmp_path):
    elsewhere = replace(COURSE, root=tmp_path)
    (tmp_path / "source").symlink_to(COURSE.source)
    shutil.copy(COURSE.nbgrader_config, tmp_path)
    with Gradebook(Folder(tmp_path, url), elsewhere) as book:
        made = release(book, replace(SECTION, course=elsewhere))
    assert made.is_file()
    with Api(url) as book:
        (entered,) = book.assignments
        assert (entered.name, entered.max_score > 0) == (SECTION.name, True)


def executed(folder: Path, other: Path) -> Path:
    """The class handed in, with the executions that another folder holds of it."""
    shutil.copytree(other / ".course" / "results", folder / ".course" / "results")
    return hand_in(folder, submissions(), key=KEY)


def test_a_regrade_keeps_what_a_human_gave_and_takes_the_rest_back(
    grader, in_a_file, url, tmp_path
):
    def by_cell(student: str) -> dict[str, tuple[Any, ...]]:
        return {
            key[3]: values
            for key, values in contents(url).items()
            if key[:3] == (student, SECTION.name, "score")
        }

    executed(tmp_path, in_a_file)
    done(grader.run(*GRADE, tmp_path, "--db", url))
    with Api(url) as book:
        grade = book.find_grade("test_gaussian_mle", SECTION.name, SECTION.name, "right")
        grade.manual_score, grade.needs_manual_grade = 0.5, False
        book.db.commit()
    before = by_cell("right")
    right, wrong = (
        tmp_path / "submitted" / name / SECTION.name / SECTION.source.name
        for name in ("right", "wrong")
    )
    shutil.copyfile(wrong, right)
    wrong.unlink()
    ending = grader.run(*GRADE, tmp_path, "--db", url)
    assert ending.code == 1
    assert "wrong: This submission could not be graded." in ending.out
    after = by_cell("right")
    assert after["test_bernoulli_mle"][0] < before["test_bernoulli_mle"][0]
    assert after["test_gaussian_mle"][1] == 0.5
    assert {auto for auto, *_ in by_cell("wrong").values()} == {None}


def test_a_name_that_postgresql_does_not_take_costs_that_submission(
    grader, in_a_file, url, tmp_path
):
    long = "x" * (LONGEST + 1)
    folder = executed(tmp_path, in_a_file)
    shutil.copytree(folder / "submitted" / "right", folder / "submitted" / long)
    ending = grader.run(*GRADE, folder, "--db", url)
    assert ending.code == 1
    assert f"names of {LONGEST} characters" in ending.out
    assert f"{len(submissions())} submissions graded" in ending.out
    assert {student for student, *_ in contents(url)} == set(submissions())


def test_a_server_that_dies_in_the_middle_of_a_class_costs_another_run(
    grader, postgresql, url, in_a_file, tmp_path
):
    executed(tmp_path, in_a_file)
    with ThreadPoolExecutor(1) as background:
        run = background.submit(grader.run, *GRADE, tmp_path, "--db", url)
        deadline = monotonic() + PATIENCE
        while not list(tmp_path.glob(".course/receipts/*/*")) and monotonic() < deadline:
            sleep(0.02)
        postgresql.stop()
        ending = run.result()
    postgresql.start()
    refused(ending, "The gradebook's server cannot be used", "run the same command again")
    assert 0 < len(scores(tmp_path, SECTION.name)) < len(submissions())
    done(grader.run(*GRADE, tmp_path, "--db", url))
    done(grader.run("feedback", "02", "-C", tmp_path, "--db", url))
    assert files(tmp_path) == files(in_a_file)
    assert contents(url) == contents(in_its_file(in_a_file))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"query": {"host": "localhost", "port": "1"}}, "Connection refused"),
        ({"password": "secret"}, "password authentication failed"),
        ({"database": "nothing"}, 'database "nothing" does not exist'),
    ],
)
def test_a_server_that_cannot_be_used_is_one_sentence_and_nothing_is_lost(
    grader, postgresql, on_a_server, change, said
):
    before = files(on_a_server)
    url = postgresql.url(**{"database": "course", **change})
    for command in (GRADE, ("feedback", "02", "-C"), ("report", "02", "-C")):
        ending = grader.run(*command, on_a_server, "--db", url)
        refused(ending, "The gradebook's server cannot be used", said)
        assert change.get("password", postgresql.password) not in ending.err + ending.out
    assert files(on_a_server) == before
