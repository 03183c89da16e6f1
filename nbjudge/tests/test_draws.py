"""Every exercise of the tiny course: its shares, and the probes that a seed draws."""

import numpy as np
import pytest

from nbjudge.judge.verdict import Status, fractions, nothing
from nbjudge.judge.weigh import draw
from tests.kit.optics import BIC, all_exercises

EXERCISES = list(all_exercises())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
def test_shares_sum_to_one_and_follow_the_criteria(exercise):
    shares = fractions(exercise)
    assert sum(shares) == pytest.approx(1, abs=5e-4)
    weights = [c.share for c in exercise.criteria]
    assert np.argsort(shares, kind="stable").tolist() == np.argsort(weights, kind="stable").tolist()
    assert min(shares) > 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
def test_nothing_answered_is_nothing_earned_and_every_hint_given(exercise):
    verdict = nothing(exercise, Status.MISSING)
    assert verdict.score == 0
    assert not any(c.passed for c in verdict.criteria)
    assert all(c.hint for c in verdict.criteria)


def same_probes(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same_probes(a[k], b[k]) for k in a)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same_probes, a, b))
    return (
        np.array_equal(a, b, equal_nan=True)
        if isinstance(a, np.ndarray)
        else a is b or bool(a == b)
    )


def sent(exercise, seed):
    return [p.given for probes in draw(exercise, seed).values() for p in probes]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
def test_a_seed_draws_the_same_probes_and_another_seed_others(exercise):
    assert same_probes(sent(exercise, "a"), sent(exercise, "a"))
    assert not same_probes(sent(exercise, "a"), sent(exercise, "b"))


def test_criteria_that_share_a_draw_share_its_probes():
    draws = {c.draw for c in BIC.criteria}
    assert set(draw(BIC, "seed")) == draws
    assert len(draws) < len(BIC.criteria)
