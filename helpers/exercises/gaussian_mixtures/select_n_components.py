"""The candidate with the lowest BIC, on data where every sensible start agrees."""

from __future__ import annotations

from typing import Any

import numpy as np

from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.draws import covariance
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
GOLDEN = np.pi * (3 - np.sqrt(5))  # the angle between one seed of a sunflower and the next


def cloud(rng: Rng, n: int) -> Array:
    """A round cloud (n, 2) of mean zero and covariance one, like a sunflower's seeds.

    Epanechnikov's density, and no noise: there are no outliers on which a component could
    collapse, and nothing that surplus components could gain.
    """
    seeds = np.arange(n)
    radius = np.sqrt(6 * (1 - np.sqrt(1 - (seeds + 0.5) / n)))
    angle = GOLDEN * seeds + rng.uniform(0, 2 * np.pi)
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def two_clouds(rng: Rng) -> Array:
    """A dense cloud (450, 2) within a wide one of 300 points, off its centre.

    Heavy tails and skewness take EM away from equal components at once, whatever its start, and
    the wide one is dense enough that of up to four components none collapses.
    """
    wide = 4 * cloud(rng, 300) + np.array([2.0, 0.0])
    return np.concatenate([cloud(rng, 450), wide])


def ask_about(rng: Rng, rows: Array, candidates: Any, best: int) -> Probe:
    """The rows in random order, tilted and moved, which changes nothing for EM."""
    tilted = rng.permutation(rows) @ np.linalg.cholesky(covariance(rng, 2)).T
    return Probe({"X": tilted + rng.normal(scale=3, size=2), "candidates": candidates}, best)


def data_sets(rng: Rng) -> list[Probe]:
    """Two and one clouds, again and again, so that no candidate is right for all; special lists."""
    probes = [
        ask_about(rng, rows, candidates, best)
        for candidates in ([1, 3, 2], [1, 3, 2], (3, 1, 2))
        for rows, best in ((two_clouds(rng), 2), (cloud(rng, 400), 1))
    ]
    without_the_true_one = ask_about(rng, two_clouds(rng), [4, 1], 4)
    no_places = ask_about(rng, cloud(rng, 400), [5, 3], 3)
    return [*probes, without_the_true_one, no_places]


def best(probe: Probe, answer: Answer) -> bool:
    return float(numbers(answer.value, ())) == probe.expected


def best_or_its_place(probe: Probe, answer: Answer) -> bool:
    place = list(probe.given["candidates"]).index(probe.expected)
    return float(numbers(answer.value, ())) in (probe.expected, place, place + 1)


def lowest(probes: list[Probe], answers: list[Answer]) -> bool:
    return all(map(best_or_its_place, probes[:4], answers[:4]))


def any_sequence(probes: list[Probe], answers: list[Answer]) -> bool:
    return all(map(best, probes[4:7], answers[4:7]))


def a_candidate(probes: list[Probe], answers: list[Answer]) -> bool:
    """What cannot be a place is a candidate, and it is the data that choose, if only the worst."""
    *chosen, unlike_places = (float(numbers(a.value, ())) for a in (*answers[:4], answers[-1]))
    by_data = chosen[:2] == chosen[2:] and chosen[0] != chosen[1]
    return by_data and unlike_places in probes[-1].given["candidates"]


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the lowest BIC wins",
            2,
            data_sets,
            lowest,
            "With BIC as it is defined here, lower is better.",
            together=True,
        ),
        Criterion(
            "a candidate is returned",
            1,
            data_sets,
            a_candidate,
            "The answer is a number of components from the list, not the place at which it "
            "stands there.",
            together=True,
        ),
        Criterion(
            "any sequence of candidates",
            2,
            data_sets,
            any_sequence,
            "The candidates may come in any order, with gaps, without one, and without the "
            "number that made the data. Compare all of them and assume nothing.",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            data_sets,
            unchanged("X", "candidates"),
            "The data or the list of candidates was changed in place.",
            needs=("the lowest BIC wins", "a candidate is returned", "any sequence of candidates"),
        ),
    ),
    due=form("number of components"),
    builds_on=("e_step", "m_step", "log_likelihood", "n_parameters", "compute_bic"),
    seconds=120,
)
