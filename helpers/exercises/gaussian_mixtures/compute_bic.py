"""BIC of a mixture on data; the log-likelihood and the count are lent."""

from __future__ import annotations

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import (
    ask,
    far_points,
    kept,
    left_alone,
    mixture,
    points,
    results,
)
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import COVARIANCE_TYPES, Mixture
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def ask_about(gmm: Mixture, X: np.ndarray) -> Probe:
    K, d = gmm.means.shape
    table = {kind: reference.n_parameters(K, d, kind) for kind in COVARIANCE_TYPES}
    return ask(gmm, reference.bic(X, gmm), X=X, table=table)


def whole(rng: Rng) -> list[Probe]:
    mixtures = ((mixture(rng, 3, 2), 40), (mixture(rng, 2, 4), 25), (mixture(rng, 4, 1), 60))
    return [ask_about(gmm, points(rng, gmm, n)) for gmm, n in mixtures]


def two_data_sets(rng: Rng) -> list[Probe]:
    """One mixture and two data sets of one size: the penalty cancels in the difference.

    In the second there is a point at which every density underflows.
    """
    gmm = mixture(rng, 3, 2)
    near = points(rng, gmm, 30)
    far = np.concatenate([3 * points(rng, gmm, 29), far_points(rng, gmm, 1)])
    return [ask_about(gmm, near), ask_about(gmm, far)]


def no_likelihood(rng: Rng) -> list[Probe]:
    """Units in which the log-likelihood is zero, so that the penalty is all there is."""
    probes = []
    for K, d, n in ((3, 2, 35), (2, 3, 50)):
        gmm = mixture(rng, K, d)
        X = points(rng, gmm, n)
        scale = np.exp(reference.log_likelihood(X, gmm) / X.size)
        scaled = Mixture(gmm.weights, gmm.means * scale, gmm.covariances * scale**2)
        probes.append(ask_about(scaled, X * scale))
    return probes


untouched = kept(whole)

right = within(atol=1e-2)


def same_difference(probes: list[Probe], answers: list[Answer]) -> bool:
    near, far = (float(numbers(answer.value, ())) for answer in answers)
    return close(near - far, probes[0].expected - probes[1].expected, rtol=1e-4)


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "the whole criterion",
            3,
            whole,
            right,
            "BIC is minus twice the total log-likelihood, plus a penalty for every free "
            "parameter; lower is better.",
        ),
        Criterion(
            "the log-likelihood's part",
            2,
            two_data_sets,
            same_difference,
            "A better fit makes BIC smaller, by twice the gain in total log-likelihood.",
            together=True,
        ),
        Criterion(
            "the penalty",
            2,
            no_likelihood,
            right,
            "Each free parameter of a mixture with full covariances costs the logarithm of the "
            "number of points. Check what you count, and what n is.",
        ),
        Criterion(
            "arguments and parameters are left alone",
            0.5,
            untouched,
            left_alone,
            "The data or the mixture were changed.",
            needs=("the whole criterion", "the log-likelihood's part", "the penalty"),
        ),
    ),
    builds_on=("log_likelihood", "n_parameters", "e_step"),
    due=form("BIC", results=results),
)
