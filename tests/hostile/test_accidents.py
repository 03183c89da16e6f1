"""An accident costs an honest student nothing that it did not break."""

import pytest
from hostile.accidents import HARMLESS, UNREADABLE
from submissions import SECTION, released, solved, text

from helpers.grading.folder import Folder
from helpers.grading.grade import prepare
from helpers.grading.reading import read_submission
from helpers.grading.sections import UnknownSectionError, recognise

NAMES = sorted(HARMLESS)


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Folder:
    """One store for all accidents: a repaired notebook equal to an earlier one is found there."""
    return Folder(tmp_path_factory.mktemp("class"))


def hand_in(item, path):
    path.write_bytes(item if isinstance(item, bytes) else text(item).encode())
    return read_submission(path)


@pytest.mark.parametrize("name", NAMES)
def test_every_point_is_kept(name, folder, tmp_path):
    submission = hand_in(HARMLESS[name](solved()), tmp_path / "any name (1).ipynb")
    assert recognise(submission) == SECTION
    graded, _ = folder.graded(SECTION.name, prepare(SECTION, submission))
    lost = {v.name: (v.status, v.score) for v in graded.verdicts if v.score < v.points}
    assert not lost
    assert graded.score == graded.max_score == 36


@pytest.mark.parametrize("name", ["split_answer", "retyped_answer", "duplicated_answer"])
def test_a_repair_is_said(name, tmp_path):
    clean = prepare(SECTION, hand_in(HARMLESS[name](solved()), tmp_path / "x.ipynb"))
    repaired = {"split_answer": "log_likelihood", "retyped_answer": "compute_bic",
                "duplicated_answer": "e_step"}[name]  # fmt: skip
    assert any(remark.startswith(repaired) for remark in clean.metadata.course.remarks)


@pytest.mark.parametrize("name", sorted(UNREADABLE))
def test_what_cannot_be_graded_is_said_in_a_sentence(name, tmp_path):
    path = tmp_path / "mine.ipynb"
    submission = hand_in(UNREADABLE[name](solved()), path)
    clean = prepare(SECTION, submission)
    statuses = set(clean.metadata.course.absent.values())
    assert statuses <= {"missing", "not_attempted"}
    if name == "without_any_answer":
        assert statuses == {"not_attempted"}
        return
    with pytest.raises(UnknownSectionError):
        recognise(submission)
    if name != "another_subject":
        assert "mine.ipynb" in submission.remarks[0]


def test_the_release_holds_the_section_it_is_of(tmp_path):
    assert recognise(hand_in(released(), tmp_path / "x.ipynb")) == SECTION
