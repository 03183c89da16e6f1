"""Responsibilities (n, K) of points under the student's mixture."""

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
from nbjudge.exercise.criteria import near
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(gmm: Mixture, X: Array) -> Probe:
    return ask(gmm, reference.responsibilities(X, gmm), X=X)


def ordinary(rng: Rng) -> list[Probe]:
    shapes = ((3, 2, 9), (2, 4, 7), (4, 3, 11))
    return [ask_about(gmm := alike(rng, K, d), points(rng, gmm, n)) for K, d, n in shapes]


def unequal(rng: Rng) -> list[Probe]:
    mixtures = [mixture(rng, 2, 2, [0.1, 0.9]), mixture(rng, 3, 2, [0.05, 0.25, 0.7], 0.8)]
    return [ask_about(gmm, points(rng, gmm, 12)) for gmm in mixtures]


def far(rng: Rng) -> list[Probe]:
    """Also far and near in one table, where what is right for one row is wrong for another."""
    line, digits = alike(rng, 3, 2), alike(rng, 3, 64, apart=40)
    between = digits.means.mean(axis=0) + rng.normal(scale=20, size=(5, 64))
    rows = np.concatenate([far_points(rng, line, 6), points(rng, line, 2)])
    return [ask_about(line, rng.permutation(rows)), ask_about(digits, between)]


def determinant(rng: Rng) -> list[Probe]:
    gmm = tiny(rng, 3)
    return [ask_about(gmm, reference.draw(gmm, 8, rng)[0])]


untouched = kept(ordinary, unequal)


def shapes(rng: Rng) -> list[Probe]:
    cases = (
        (alike(rng, 3, 1), 6),
        (alike(rng, 1, 3), 5),
        (alike(rng, 3, 2), 1),
        (alike(rng, 1, 1), 1),
    )
    return [ask_about(gmm, points(rng, gmm, n)) for gmm, n in cases]


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "Bayes' rule at ordinary points",
            4,
            ordinary,
            near,
            "Each row is a posterior over components: joint density of point and component, "
            "divided by its sum over the components of that same point.",
        ),
        Criterion(
            "the mixing weights count",
            2,
            unequal,
            near,
            "Two components that explain a point equally well are not equally likely to have "
            "produced it when one of them is rarer. Where does the prior of a component enter?",
        ),
        Criterion(
            "points far from every component",
            2,
            far,
            near,
            "A density far away is too small for a float, and nothing divided by nothing is NaN. "
            "Stay with logarithms until the rows are normalised (log-sum-exp).",
        ),
        Criterion(
            "tiny determinants",
            1,
            determinant,
            near,
            "The determinant of a high-dimensional covariance can be smaller than any float. "
            "Its logarithm is not: take it from a Cholesky factor or slogdet.",
        ),
        Criterion(
            "one dimension, one component, one point",
            1,
            shapes,
            near,
            "Shapes (n, 1), (n, K) with K = 1 and a single row are legal. Look for a squeeze or a "
            "function that drops an axis of length one.",
        ),
        Criterion(
            "arguments and parameters are left alone",
            0.5,
            untouched,
            left_alone,
            "The E-step reads the data and the parameters. Something was changed.",
            needs=(
                "Bayes' rule at ordinary points",
                "the mixing weights count",
                "points far from every component",
                "tiny determinants",
                "one dimension, one component, one point",
            ),
        ),
    ),
    due=form("responsibilities (n, K)", results=results),
    target="GMM",
)
