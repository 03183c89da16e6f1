"""Whatever happens to a run, the next goes on from there: nothing is lost, nothing graded twice."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from time import monotonic, sleep

import pytest
from nbgrader.api import Gradebook

from nbjudge.classroom.files import sealed, unsealed
from nbjudge.classroom.folder import Folder
from tests.kit.classes import (
    GRADE,
    SECTION,
    done,
    gradebook,
    hand_in,
    hand_in_again,
    left_behind,
    refused,
    same,
    state,
)
from tests.kit.grader import Disturbance

pytestmark = pytest.mark.slow

KILLS, ATTEMPTS = 20, 30


def moments() -> Iterator[Disturbance]:
    """When runs are killed: seeded, over all that a run does, more often where it begins."""
    dice = random.Random(4)
    for _ in range(8):
        yield Disturbance(change=dice.randint(1, 120))
    for alone in (True, False) * 2:
        yield Disturbance(seconds=dice.uniform(0, 2), alone=alone)
    while True:
        yield Disturbance(change=dice.randint(1, 450), alone=dice.random() < 0.3)


@pytest.fixture(scope="module")
def disturbed(grader, temporary, tmp_path_factory) -> Path:
    """A class graded by a command that was killed over and over, then left alone once."""
    folder = hand_in(tmp_path_factory.mktemp("disturbed"))
    kills, keys = 0, set()
    for disturbance in islice(moments(), ATTEMPTS):
        ending = grader.run(*GRADE, folder, disturbed=disturbance)
        assert ending.code in (0, -signal.SIGKILL), ending
        kills += ending.code == -signal.SIGKILL
        if ending.code == 0:  # all of it is entered: have it entered again
            shutil.rmtree(folder / "autograded")
        deadline = monotonic() + 30
        while left_behind(temporary) and monotonic() < deadline:
            sleep(0.1)
        assert left_behind(temporary) == []
        keys |= {path.read_text() for path in folder.glob(".course/key")}
    assert kills >= KILLS
    assert len(keys) == 1
    done(grader.run(*GRADE, folder))
    done(grader.run("feedback", "02", "-C", folder))
    return folder


@pytest.fixture(scope="module")
def undisturbed(grader, disturbed, tmp_path_factory) -> Path:
    """The same class with the same key, graded in peace."""
    folder = hand_in(tmp_path_factory.mktemp("undisturbed"))
    (folder / ".course").mkdir()
    shutil.copy(disturbed / ".course" / "key", folder / ".course")
    done(grader.run(*GRADE, folder))
    done(grader.run("feedback", "02", "-C", folder))
    return folder


@pytest.fixture
def graded(undisturbed, tmp_path) -> Path:
    """A copy of the class graded in peace."""
    return Path(shutil.copytree(undisturbed, tmp_path / "class"))


def test_killed_runs_end_in_what_an_undisturbed_one_ends_in(disturbed, undisturbed):
    assert same(disturbed, undisturbed)


def test_what_was_handed_in_is_as_it_was(disturbed, tmp_path):
    before = hand_in(tmp_path)
    for path in before.rglob("*.ipynb"):
        assert (disturbed / path.relative_to(before)).read_bytes() == path.read_bytes()


def test_killed_runs_leave_no_litter(disturbed, temporary):
    assert not list(temporary.glob("course-*/alive"))
    assert not list(temporary.glob("student-*"))
    assert not list(disturbed.rglob("*.part*"))


def test_the_key_is_for_its_owner_alone(disturbed):
    assert (disturbed / ".course" / "key").stat().st_mode & 0o777 == 0o600


def overwritten(data: bytes) -> bytes:
    """The file with noise over half of it."""
    quarter = len(data) // 4
    return data[:quarter] + random.Random(0).randbytes(2 * quarter) + data[3 * quarter :]


@pytest.mark.parametrize(
    "damage",
    [overwritten, lambda data: data[: len(data) // 2], lambda data: b""],
    ids=["noise", "cut", "empty"],
)
def test_a_damaged_gradebook_is_left_alone_and_made_again_when_moved(
    damage, grader, graded, undisturbed
):
    path = graded / "gradebook.db"
    path.write_bytes(damage(path.read_bytes()))
    before = path.read_bytes()
    refused(grader.run(*GRADE, graded), f"{path} is damaged", "move it away", "course autograde")
    assert path.read_bytes() == before
    path.rename(graded / "gradebook.db.old")
    done(grader.run(*GRADE, graded))
    assert same(graded, undisturbed)


def test_a_journal_without_its_gradebook_is_not_played_back(grader, graded):
    journal = graded / "gradebook.db-journal"
    (graded / "gradebook.db").rename(journal)
    refused(grader.run(*GRADE, graded), str(journal))
    assert not (graded / "gradebook.db").exists()


def test_a_locked_gradebook_is_said_and_graded_later(grader, graded, undisturbed):
    with closing(sqlite3.connect(graded / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        ending = grader.run(*GRADE, graded, disturbed=Disturbance(patience=1))
        refused(ending, "is locked by another program", "run the same command again")
    done(grader.run(*GRADE, graded))
    assert same(graded, undisturbed)


def test_a_damaged_execution_is_made_again(grader, graded, undisturbed):
    lost = b'"score": 0.0'
    results = (graded / ".course" / "results").iterdir()
    hurt = next(path for path in results if lost in path.read_bytes())
    hurt.write_bytes(hurt.read_bytes().replace(lost, b'"score": 4.0'))
    assert f"{hurt} is damaged" in done(grader.run(*GRADE, graded)).err
    assert same(graded, undisturbed)


@pytest.mark.parametrize(
    "damage",
    [overwritten, lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"[1]"],
    ids=["noise", "cut", "empty", "other"],
)
def test_a_damaged_receipt_is_written_again(damage, grader, graded, undisturbed):
    path = Folder(graded).receipt_path(SECTION.name, "ada")
    path.write_bytes(damage(path.read_bytes()))
    aside = path.with_name("ada.json.damaged")
    said = done(grader.run(*GRADE, graded)).err
    assert f"{aside.name}: course autograde writes it again" in said
    aside.unlink()
    assert same(graded, undisturbed)


def test_damaged_names_of_files_cost_no_more_than_the_names(grader, graded):
    path = graded / ".course" / "collected" / f"{SECTION.name}.json"
    path.parent.mkdir()
    path.write_text('{"carl": "poem.ipynb')
    assert "course collect writes it again" in done(grader.run(*GRADE, graded)).err
    assert path.with_name(f"{path.name}.damaged").read_text() == '{"carl": "poem.ipynb'


@pytest.mark.parametrize("key", ["", "ab12", "x" * 64])
def test_a_damaged_key_is_refused_and_kept(key, grader, graded):
    path = graded / ".course" / "key"
    path.write_text(key)
    refused(grader.run(*GRADE, graded), f"{path} is no course key", "backup")
    assert path.read_text() == key


def test_two_runs_at_once_are_one_too_many(grader, graded):
    with Folder(graded).lock():
        refused(grader.run(*GRADE, graded), "Another course autograde is at work")
    done(grader.run(*GRADE, graded))


def test_what_goes_wrong_with_one_student_stops_no_other(grader, graded, undisturbed):
    """An empty folder, and a file where a folder must go: both are named, then tried again."""
    (graded / "submitted" / "emil" / SECTION.name).mkdir(parents=True)
    shutil.rmtree(graded / "autograded" / "bob")
    (graded / "autograded" / "bob").write_text("in the way")
    ending = grader.run(*GRADE, graded)
    assert ending.code == 1
    assert "emil: This submission could not be graded." in ending.out
    assert "bob: This submission could not be graded." in ending.out
    assert "2 could not be graded" in ending.err
    assert gradebook(graded)[f"bob {SECTION.name}"][0] == 0
    shutil.rmtree(graded / "submitted" / "emil")
    (graded / "autograded" / "bob").unlink()
    assert "bob: not graded → 0" in done(grader.run(*GRADE, graded)).out
    theirs = gradebook(undisturbed)
    assert {k: v for k, v in gradebook(graded).items() if "emil" not in k} == theirs


def test_a_judge_that_dies_twice_costs_one_submission_until_the_next_run(
    grader, graded, undisturbed
):
    shutil.rmtree(graded / ".course" / "results")
    ending = grader.run(*GRADE, graded, "--jobs", 1, disturbed=Disturbance(judges=2))
    assert ending.code == 1
    assert "ada: This submission could not be graded." in ending.out
    assert ending.out.count("could not be graded") == 1
    done(grader.run(*GRADE, graded))
    assert same(graded, undisturbed)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "course", place],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"a full disk needs a small file system to mount: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.parametrize("room", [0, 200_000])
def test_a_full_disk_is_said_and_graded_when_there_is_room(room, grader, small_disk, undisturbed):
    """The disk fills up at the start, and while the gradebook and the notebooks are written."""
    folder = hand_in(small_disk / "class")
    shutil.copytree(undisturbed / ".course", folder / ".course")
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(small_disk).free - room)
    refused(
        grader.run(*GRADE, folder),
        f"The disk of {small_disk}",
        "is full",
        "Make room for",
        "run the same command again",
    )
    ballast.unlink()
    done(grader.run(*GRADE, folder))
    done(grader.run("feedback", "02", "-C", folder))
    assert same(folder, undisturbed)


@pytest.fixture
def by_hand(graded) -> Path:
    """The graded class after a human went over Ada's work and changed two of her scores."""
    with Gradebook(f"sqlite:///{graded / 'gradebook.db'}") as book:
        for name in ("gaussian_mle", "bernoulli_mle"):
            grade = book.find_grade(f"test_{name}", SECTION.name, SECTION.name, "ada")
            grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.5, 0.125, False
            comment = book.find_comment(name, SECTION.name, SECTION.name, "ada")
            comment.manual_comment = "Explained in class"
        book.db.commit()
    return graded


def test_a_regrade_shows_what_it_changed_and_nothing_else(grader, graded):
    assert "→" not in done(grader.run(*GRADE, graded)).out
    before = Folder(graded).receipt(SECTION.name, "ada")["score"]
    hand_in_again(graded, "ada")
    said = done(grader.run(*GRADE, graded)).out
    after = Folder(graded).receipt(SECTION.name, "ada")["score"]
    assert after < before
    assert f"ada: {before:g} → {after:g} (bernoulli_mle 1 → {1 + after - before:g})" in said
    assert said.count("→") == 2
    assert "1 with another outcome than before" in said


def test_a_human_s_scores_and_comments_outlive_a_regrade(grader, by_hand):
    """Unchanged work needs no second look; other work does."""
    before = gradebook(by_hand)
    done(grader.run(*GRADE, by_hand))
    assert gradebook(by_hand) == before
    hand_in_again(by_hand, "ada")
    done(grader.run(*GRADE, by_hand))
    after = gradebook(by_hand)
    for name in ("gaussian_mle", "bernoulli_mle"):
        score = after[f"ada {SECTION.name} score of test_{name}"]
        assert (score["manual_score"], score["extra_credit"]) == (0.5, 0.125)
        assert score["needs_manual_grade"]
        comment = after[f"ada {SECTION.name} comment on {name}"]
        assert comment["manual_comment"] == "Explained in class"
    changed = f"ada {SECTION.name} score of test_bernoulli_mle"
    assert after[changed]["auto_score"] < before[changed]["auto_score"]


def time_out(folder: Path, student: str) -> None:
    """Have the stored execution of a student's work say that one answer was stopped."""
    receipt = Folder(folder).receipt(SECTION.name, student)
    assert receipt is not None
    (path,) = (folder / ".course" / "results").glob(f"{receipt['submission'][:16]}-*")
    form = unsealed(path.read_text(encoding="utf-8"))
    (verdict,) = (v for v in form["receipt"]["verdicts"] if v["name"] == "bernoulli_mle")
    verdict |= {"status": "timeout", "score": 0.0}
    form["receipt"]["score"] -= verdict["points"]
    path.write_text(sealed(form), encoding="utf-8")


def test_what_was_stopped_is_executed_again_when_that_is_asked_for(grader, graded):
    before = state(graded)
    time_out(graded, "ada")
    assert "(bernoulli_mle 1 → 0)" in done(grader.run(*GRADE, graded)).out
    done(grader.run(*GRADE, graded))
    assert state(graded) != before  # a stored execution stands until it is made again
    said = done(grader.run(*GRADE, graded, "--again", "--student", "ada")).out
    assert "(bernoulli_mle 0 → 1)" in said
    assert state(graded) == before
