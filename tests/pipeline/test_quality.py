"""The tests tell right from wrong: the answer bank on one seed, every sixth mutant on a few.

Right answers stand below the model's and below one of the styles, another one each time; of the
non-answers that are made every sixth is tried. ``SEEDS=1000 make quality`` is the same over many
seeds, with all mutants and non-answers.
"""

from functools import cache

import pytest

from nbjudge.quality.bank import bank, mutant_answers, panel
from nbjudge.quality.measure import measure
from nbjudge.quality.styles import styles_above
from tests.kit.course import SECTIONS, exercises

pytestmark = pytest.mark.slow

every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.name)
quality = cache(lambda section: measure(section, seeds=1, every=6))


def size(section):
    return sum(exercise.topic == section.topic for exercise in exercises().values())


@every_section
def test_no_right_answer_loses_a_point(section):
    assert quality(section).right >= 4 * size(section)
    assert quality(section).false_rejects == []
    assert len(quality(section).tried) == size(section)


@every_section
def test_the_styles_above_the_last_exercise_hold_every_right_answer_to_the_others(section):
    right = {answer for answer in bank(section) if answer.kind == "right"}
    *before, last = dict.fromkeys(answer.exercise for answer in panel(section))
    model, *styles = styles_above(section, last)
    assert {answer for style in styles for answer in style.answers} == {
        answer for answer in right if answer.exercise != last
    }
    assert all([a.exercise for a in style.answers] == before for style in styles)
    assert model.answers == ()


@every_section
def test_no_wrong_answer_keeps_them_all(section):
    assert quality(section).wrong >= 6 * size(section)
    assert quality(section).false_accepts == []


@every_section
def test_wrong_answers_lose_what_they_deserve_and_nothing_else(section):
    assert quality(section).off_target == []


@every_section
def test_who_knows_nothing_earns_nothing(section):
    by_hand = {answer.exercise for answer in bank(section) if answer.kind == "nothing"}
    made = {answer.exercise for answer in panel(section)}
    assert len(by_hand) == len(made) == size(section)
    assert quality(section).panel.keys() == by_hand
    assert quality(section).knowing_nothing == []


@every_section
def test_every_mutant_is_killed_or_answers_rightly_for_a_known_reason(section):
    assert len(list(mutant_answers(section))) > 10 * size(section)
    assert quality(section).survivors == []
    assert quality(section).passed


@every_section
def test_every_answer_says_what_is_particular_about_it(section):
    for answer in bank(section):
        first = answer.source.partition("\n")[0]
        assert first.startswith("# "), (answer.exercise, answer.name)
        assert not first.startswith("# loses"), (answer.exercise, answer.name)
