"""Draws (n, d) from the student's mixture, with its own generator."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import PARAMETERS, ask, mixture
from helpers.exercises.gaussian_mixtures.rows import (
    N,
    centred,
    proportions,
    separated,
    split,
    spread,
    tilt,
)
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise import statistics
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng

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


def twice(rng: Rng) -> list[Probe]:
    """The same mixture and seed twice, two calls each; then another seed."""
    gmm = mixture(rng, 2, 2)
    first, other = ask_about(rng, gmm, [60, 60]), ask_about(rng, gmm, [60, 60])
    return [first, Probe(dict(first.given), gmm), other]


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


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    shape = (60, probes[0].expected.means.shape[1])
    first, again, other = [[numbers(d, shape) for d in a.value] for a in answers]
    repeats = all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    fresh = not np.array_equal(first[0], first[1]) and not np.array_equal(first[0], other[0])
    return repeats and fresh


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
        ),
        Criterion(
            "rows in random order",
            1,
            unequal,
            drawn(shuffled),
            "Independent draws do not come sorted by component.",
        ),
        Criterion(
            "randomness from self.rng",
            1,
            twice,
            own_generator,
            "Equal generators must give equal draws, and a second call new ones. Draw from "
            "self.rng and from nothing else.",
            together=True,
        ),
        Criterion(
            "parameters are left alone",
            0.5,
            shapes,
            unchanged(*PARAMETERS),
            "Sampling reads the parameters. One of them was changed.",
        ),
    ),
    target="GMM",
)
