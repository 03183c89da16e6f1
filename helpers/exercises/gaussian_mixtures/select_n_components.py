"""The candidate with the lowest BIC, on data where every sensible start agrees."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import stats

from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.draws import covariance
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng


def rings(rng: Rng, K: int, n: int = 400) -> np.ndarray:
    """Concentric clouds, each ten times as wide as the one inside it.

    EM finds them from any start, and evenly spread (Halton) points leave nothing for surplus
    components to gain, so BIC decides by a wide margin.
    """
    clouds = []
    for k in range(K):
        even = stats.norm.ppf(stats.qmc.Halton(2, rng=rng).random(n // K))
        clouds.append(10.0**k * even @ np.linalg.cholesky(covariance(rng, 2)).T)
    return rng.permutation(np.concatenate(clouds)) + rng.normal(size=2)


def ask_about(rng: Rng, K: int, candidates: Any, best: int) -> Probe:
    given = {"X": rings(rng, K), "candidates": candidates}
    return Probe(given, best)


def in_order(rng: Rng) -> list[Probe]:
    """The same candidates on different data: none is right for both."""
    return [ask_about(rng, K, [1, 5, 2], K) for K in (2, 1)]


def any_sequence(rng: Rng) -> list[Probe]:
    told = [ask_about(rng, K, (5, 1, 2), K) for K in (2, 1)]
    return [*told, ask_about(rng, 2, [4, 1], 4)]


def not_places(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 1, [5, 3], 3)]


best = within(rtol=0, atol=0)


def best_or_its_place(probe: Probe, answer: Answer) -> bool:
    place = list(probe.given["candidates"]).index(probe.expected)
    return float(numbers(answer.value, ())) in (probe.expected, place, place + 1)


def a_candidate(probe: Probe, answer: Answer) -> bool:
    return float(numbers(answer.value, ())) in probe.given["candidates"]


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the lowest BIC wins",
            2,
            in_order,
            best_or_its_place,
            "With BIC as it is defined here, lower is better.",
        ),
        Criterion(
            "a candidate is returned",
            1,
            not_places,
            a_candidate,
            "The answer is a number of components from the list, not the place at which it "
            "stands there.",
        ),
        Criterion(
            "any sequence of candidates",
            2,
            any_sequence,
            best,
            "The candidates may come in any order, with gaps, without one, and without the "
            "number that made the data. Compare all of them and assume nothing.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            in_order,
            unchanged("X", "candidates"),
            "The data or the list of candidates was changed in place.",
        ),
    ),
    builds_on=("e_step", "m_step", "log_likelihood", "n_parameters", "compute_bic"),
    seconds=120,
)
