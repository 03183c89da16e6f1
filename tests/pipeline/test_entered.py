"""What is graded as it was is not written again; what anyone has changed meanwhile is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.kit.classes import GRADE, SECTION, done, gradebook, hand_in, state
from tests.kit.grader import Grader

pytestmark = pytest.mark.slow

FILE = f"{SECTION.name}/{SECTION.source.name}"


@pytest.fixture(scope="module")
def graded(grader: Grader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = hand_in(tmp_path_factory.mktemp("graded"))
    done(grader.run(*GRADE, folder))
    return folder


def written(folder: Path) -> set[str]:
    """Students whose autograded notebook was made by the last run, since ``stale`` marked all."""
    return {path.parts[-3] for path in autograded(folder) if path.stat().st_mtime > 0}


def stale(folder: Path) -> None:
    """Make all autograded notebooks look old."""
    for path in autograded(folder):
        os.utime(path, (0, 0))


def autograded(folder: Path) -> list[Path]:
    return list(folder.glob(f"autograded/*/{FILE}"))


def book(folder: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{folder / 'gradebook.db'}")


def lose_a_score(folder: Path) -> None:
    with book(folder) as found:
        grade = found.find_grade("test_bernoulli_mle", SECTION.name, SECTION.name, "ada")
        grade.auto_score = 0.25
        found.db.commit()


def lose_a_notebook(folder: Path) -> None:
    shutil.rmtree(folder / "autograded" / "ada")


def take_the_verdicts_out(folder: Path) -> None:
    path = folder / "autograded" / "ada" / FILE
    path.chmod(0o644)
    path.write_text(path.read_text(encoding="utf-8").replace('"verdicts"', '"other"'))


def damage_a_notebook(folder: Path) -> None:
    path = folder / "autograded" / "ada" / FILE
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:5000])


def lose_a_receipt(folder: Path) -> None:
    (folder / ".course" / "receipts" / SECTION.name / "ada.json").unlink()


def test_what_has_not_changed_is_not_written(grader, graded):
    stale(graded)
    before = gradebook(graded)
    done(grader.run(*GRADE, graded))
    assert written(graded) == set()
    assert gradebook(graded) == before


@pytest.mark.parametrize(
    "change",
    [
        lose_a_score,
        lose_a_notebook,
        take_the_verdicts_out,
        damage_a_notebook,
        lose_a_receipt,
    ],
)
def test_what_was_changed_is_written_again_and_nothing_else(
    change: Callable[[Path], None], grader, graded
):
    before = state(graded)
    stale(graded)
    change(graded)
    done(grader.run(*GRADE, graded))
    assert written(graded) == {"ada"}
    assert state(graded) == before


def test_a_gradebook_that_is_gone_is_written_whole(grader, graded):
    before = gradebook(graded)
    (graded / "gradebook.db").unlink()
    done(grader.run(*GRADE, graded))
    assert gradebook(graded) == before


def test_with_a_due_date_everyone_is_written_again(grader, graded):
    """What comes late may cost points by a rule of the instructor's, which may have changed."""
    with book(graded) as found:
        found.find_assignment(SECTION.name).duedate = datetime(2026, 1, 1)
        found.db.commit()
    stale(graded)
    done(grader.run(*GRADE, graded))
    assert written(graded) == {path.parts[-3] for path in autograded(graded)} > {"ada"}
