"""Total log-likelihood of the data under the student's mixture."""

from __future__ import annotations

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import (
    alike,
    ask,
    far_points,
    kept,
    left_alone,
    mixture,
    points,
    results,
    tiny,
)
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(gmm: Mixture, X: Array) -> Probe:
    return ask(gmm, reference.log_likelihood(X, gmm), X=X)


def one_point(rng: Rng) -> list[Probe]:
    mixtures = [alike(rng, K, d) for K, d in ((3, 2), (2, 1), (1, 3), (4, 2), (3, 1))]
    return [ask_about(gmm, points(rng, gmm, 1)) for gmm in mixtures]


def several(rng: Rng) -> list[Probe]:
    """One component, so that forgotten weights are not counted against the sum."""
    mixtures = [mixture(rng, 1, d) for d in (2, 3, 1)]
    return [ask_about(gmm, points(rng, gmm, 25)) for gmm in mixtures]


def unequal(rng: Rng) -> list[Probe]:
    """Single points, so that a mean over points is not counted against the weights."""
    mixtures = [mixture(rng, 3, 2, [0.03, 0.17, 0.8], apart=0.8) for _ in range(6)]
    return [ask_about(gmm, points(rng, gmm, 1)) for gmm in mixtures]


def general(rng: Rng) -> list[Probe]:
    mixtures = ((mixture(rng, 4, 3), 12), (mixture(rng, 3, 2), 30), (mixture(rng, 2, 1), 7))
    return [ask_about(gmm, points(rng, gmm, n)) for gmm, n in mixtures]


def far(rng: Rng) -> list[Probe]:
    """Also far and near together, where what is right for one point is wrong for the other."""
    gmm, small = mixture(rng, 1, 2), tiny(rng, 1)
    both = np.concatenate([points(rng, gmm, 1), far_points(rng, gmm, 1)])
    single = far_points(rng, gmm, 1), points(rng, small, 1)
    return [ask_about(gmm, single[0]), ask_about(small, single[1]), ask_about(gmm, both)]


untouched = kept(several, unequal)


def total_or_mean(probe: Probe, answer: Answer) -> bool:
    """Which of the two it is, is for other criteria to judge."""
    whole = probe.expected
    return right(probe, answer) or close(answer.value, whole / len(probe.given["X"]), atol=1e-3)


right = within(atol=1e-3)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the log density of a point",
            2,
            one_point,
            right,
            "The density of a point is the weighted sum of the components' densities; its "
            "logarithm is taken after that sum.",
        ),
        Criterion(
            "a total over all points",
            3,
            several,
            right,
            "Independent points multiply, so their logarithms add up, over all points and "
            "without dividing.",
        ),
        Criterion(
            "the mixing weights count",
            1.5,
            unequal,
            right,
            "A rare component contributes little to the density, however well it fits.",
        ),
        Criterion(
            "points far from every component",
            2,
            far,
            total_or_mean,
            "A density that underflows has a logarithm of minus infinity, and a small constant "
            "added inside only hides it. Use log-sum-exp on log densities.",
        ),
        Criterion(
            "many points, many components",
            1,
            general,
            right,
            "All of it together: first a sum over components inside the logarithm, then a sum "
            "over points outside.",
        ),
        Criterion(
            "arguments and parameters are left alone",
            0.5,
            untouched,
            left_alone,
            "The log-likelihood reads the data and the parameters. Something was changed.",
            needs=(
                "the log density of a point",
                "a total over all points",
                "the mixing weights count",
                "points far from every component",
                "many points, many components",
            ),
        ),
    ),
    due=form("log-likelihood", results=results),
    target="GMM",
)
