"""The tests tell right from wrong: the answer bank and the mutants, on a few seeds.

``SEEDS=1000 make quality`` is the same over many.
"""

import pytest
from submissions import SECTION

from helpers.grading.quality import Quality, bank, measure


@pytest.fixture(scope="session")
def quality() -> Quality:
    return measure(SECTION, seeds=2)


def test_no_right_answer_loses_a_point(quality):
    assert quality.right >= 40
    assert quality.false_rejects == []


def test_no_wrong_answer_keeps_them_all(quality):
    assert quality.wrong >= 60
    assert quality.false_accepts == []


def test_wrong_answers_lose_what_they_deserve_and_nothing_else(quality):
    assert quality.off_target == []


def test_every_mutant_is_killed_or_answers_rightly_for_a_known_reason(quality):
    assert quality.mutants > 400
    assert quality.survivors == []
    assert quality.passed


def test_every_answer_says_what_is_particular_about_it():
    for answer in bank(SECTION):
        first = answer.source.partition("\n")[0]
        assert first.startswith("# "), (answer.exercise, answer.name)
        assert not first.startswith("# loses"), (answer.exercise, answer.name)
