"""Draws (n, d) from the student's mixture, with its own generator."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import (
    ask,
    each_result,
    kept,
    left_alone,
    mixture,
)
from helpers.exercises.gaussian_mixtures.rows import (
    N,
    centred,
    own_generator,
    proportions,
    separated,
    split,
    spread,
    tilt,
)
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise import statistics
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.draws import thrice
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def drawn(check: Any) -> Any:
    """A criterion's test: the first draw has the right shape and passes a check on its rows."""

    def test(probe: Probe, answer: Answer) -> bool:
        gmm = probe.expected
        rows = numbers(answer.value[0], (probe.given["sizes"][0], gmm.means.shape[1]))
        return bool(np.isfinite(rows).all()) and check(rows, gmm)

    return test


def ask_about(rng: Rng, gmm: Mixture, sizes: list[int]) -> Probe:
    return ask(gmm, gmm, seed=int(rng.integers(2**31)), sizes=sizes)


def unequal(rng: Rng) -> list[Probe]:
    mixtures = (separated(rng, [0.05, 0.95], 2), separated(rng, [0.6, 0.1, 0.3], 3))
    return [ask_about(rng, gmm, [N]) for gmm in mixtures]


def shapes(rng: Rng) -> list[Probe]:
    mixtures = (mixture(rng, 3, 1), mixture(rng, 1, 3), mixture(rng, 2, 2))
    return [ask_about(rng, gmm, [n]) for gmm, n in zip(mixtures, (7, 5, 1), strict=True)]


def many_small(rng: Rng) -> list[Probe]:
    return [ask_about(rng, separated(rng, [0.3, 0.7], 1), [50] * 80)]


def seeds(rng: Rng) -> list[Probe]:
    """Two calls each: of one component, where noise shows, and of two, where their order does."""
    mixtures = (mixture(rng, 1, 2), separated(rng, [0.5, 0.5], 2))
    return [probe for gmm in mixtures for probe in thrice(ask_about(rng, gmm, [60, 60]))]


untouched = kept(shapes)


def finite(rows: Array, gmm: Mixture) -> bool:
    return True


def varying(probe: Probe, answer: Answer) -> bool:
    gmm, sizes = probe.expected, probe.given["sizes"]
    draws = [numbers(d, (n, 1)) for d, n in zip(answer.value, sizes, strict=True)]
    counts = np.array([(split(rows, gmm) == 0).sum() for rows in draws])
    return statistics.unsurprising(statistics.too_regular_p(counts, sizes[0], gmm.weights[0]))


def shuffled(rows: Array, gmm: Mixture) -> bool:
    rarest = split(rows, gmm) == gmm.weights.argmin()
    return statistics.unsurprising(statistics.too_sorted_p(rarest))


def draws_of(probe: Probe, answer: Answer) -> list[Array]:
    d = probe.expected.means.shape[1]
    return [
        numbers(rows, (n, d)) for rows, n in zip(answer.value, probe.given["sizes"], strict=True)
    ]


VALUES = (
    "components in proportion to their weights",
    "variances of the components",
    "tilt of the components",
)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "n draws of d numbers",
            1,
            shapes,
            drawn(finite),
            "The result is (n, d): also for a single draw, a single feature or a single component.",
            needs=VALUES,
        ),
        Criterion(
            "components in proportion to their weights",
            2,
            unequal,
            drawn(proportions),
            "Which component a draw comes from is itself random, with the mixing weights as "
            "probabilities.",
        ),
        Criterion(
            "draws around the means",
            1,
            unequal,
            drawn(centred),
            "The draws of a component scatter around that component's mean.",
            needs=VALUES,
        ),
        Criterion(
            "variances of the components",
            2,
            unequal,
            drawn(spread),
            "To give noise a covariance you multiply it by a square root of that covariance, such "
            "as its Cholesky factor, not by the covariance itself.",
        ),
        Criterion(
            "tilt of the components",
            1.5,
            unequal,
            drawn(tilt),
            "The draws of a component are tilted as its off-diagonal entries say, sign included. "
            "Check which side of the noise the factor stands on.",
        ),
        Criterion(
            "counts are random",
            1,
            many_small,
            varying,
            "The number of draws from a component varies from call to call. Rounding its expected "
            "number takes that away.",
            needs=VALUES,
        ),
        Criterion(
            "rows in random order",
            1,
            unequal,
            drawn(shuffled),
            "Independent draws do not come sorted by component.",
            needs=VALUES,
        ),
        Criterion(
            "randomness from self.rng",
            1,
            seeds,
            own_generator(draws_of),
            "Equal generators must give equal draws, and a second call new ones. Draw from "
            "self.rng and from nothing else.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "parameters are left alone",
            0.5,
            untouched,
            left_alone,
            "Sampling reads the parameters. One of them was changed.",
            needs=VALUES,
        ),
    ),
    due=form("draws (n, d)", results=each_result),
    target="GMM",
)
