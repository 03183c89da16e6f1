"""The probabilities that make counts most likely."""

from __future__ import annotations

import numpy as np

from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import near, unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
VALUES = (
    "shares of the total",
    "fractions that sum to one",
    "no smoothing",
    "categories never seen",
)


def ask_about(counts: Array) -> Probe:
    return Probe({"counts": np.array(counts)}, reference.multinomial_mle(counts))


def large(rng: Rng) -> list[Probe]:
    """So large that one more of each makes no difference."""
    return [ask_about(rng.integers(10_000, 100_000, size=k)) for k in (2, 4, 7)]


def small(rng: Rng) -> list[Probe]:
    """Few and unequal, so that one more of each does make a difference."""
    counts = [rng.permutation([1, 2, 4, 7, 9])[:k] for k in (2, 3, 5)]
    return [ask_about(c) for c in counts]


def with_zeros(rng: Rng) -> list[Probe]:
    counts = ([0, 3, 5], [4, 0, 0, 1, 7], [0, 6], [2, 1, 0, 9])
    return [ask_about(rng.permutation(c)) for c in counts]


about = within(rtol=1e-2)


def fractions(probe: Probe, answer: Answer) -> bool:
    """Positive, one in sum, and no order but that of the counts."""
    got = numbers(answer.value, probe.expected.shape)
    ordered = (np.diff(got[probe.expected.argsort()]) >= 0).all() and np.ptp(got) > 0
    return bool((got > 0).all() and ordered) and close(got.sum(), 1.0, rtol=1e-4)


def exactly_zero(probe: Probe, answer: Answer) -> bool:
    """Right, and nothing at all for a category without observations."""
    got = numbers(answer.value, probe.expected.shape)
    return near(probe, answer) and not got[probe.given["counts"] == 0].any()


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "shares of the total",
            3,
            large,
            about,
            "A category's most likely probability is its share of all observations.",
        ),
        Criterion(
            "fractions that sum to one",
            1,
            large,
            fractions,
            "Probabilities are fractions. Counts are whole numbers, and whole-number division or "
            "an array of whole numbers for the result throws the fractions away.",
        ),
        Criterion(
            "no smoothing",
            2,
            small,
            near,
            "Nobody has asked for pseudo-counts: they belong to a prior, and maximum likelihood "
            "has none.",
        ),
        Criterion(
            "categories never seen",
            1.5,
            with_zeros,
            exactly_zero,
            "A category without observations has probability zero, and keeps its place in the "
            "result. Where do zeros go through a logarithm, or get lost or filled up?",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            small,
            unchanged("counts"),
            "The counts were changed in place. Compute a new array instead.",
            needs=VALUES,
        ),
    ),
    due=form("probabilities (k,)"),
)
