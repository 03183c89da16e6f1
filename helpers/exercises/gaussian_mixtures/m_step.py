"""Weights, means and covariances from given responsibilities."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import ask, mixture
from helpers.reference import gaussian_mixtures as reference
from nbjudge.exercise.compare import close, ndarrays
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def ask_about(rng: Rng, K: int, d: int, n: int, old_means: bool = False) -> Probe:
    """Responsibilities far from equal; the old means wrong, or on request already right."""
    data = mixture(rng, K, d, apart=3)
    X = reference.draw(data, n, rng)[0]
    gamma = rng.dirichlet(np.geomspace(0.3, 2.0, K), size=n) + 1e-3
    gamma /= gamma.sum(axis=1, keepdims=True)
    new = reference.maximize(X, gamma)
    old = mixture(rng, K, d)
    means = new.means if old_means else old.means + 3.0
    return ask(old._replace(means=means), new, X=X, responsibilities=gamma)


def general(rng: Rng) -> list[Probe]:
    return [ask_about(rng, K, d, n) for K, d, n in ((3, 2, 40), (2, 4, 60), (4, 1, 30))]


def several_features(rng: Rng) -> list[Probe]:
    return [ask_about(rng, K, d, n) for K, d, n in ((3, 2, 40), (2, 4, 60))]


def one_component(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 1, d, 30) for d in (2, 3)]


def means_known(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 3, 2, 40, old_means=True)]


def one_component_means_known(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 1, d, 30, old_means=True) for d in (2, 3)]


def same(attribute: str) -> Callable[[Probe, Answer], bool]:
    def test(probe: Probe, answer: Answer) -> bool:
        expected = getattr(probe.expected, attribute)
        got = ndarrays(answer.value[attribute], expected.shape)
        scale = np.abs(expected).max()
        return close(got, expected, rtol=0, atol=1e-4 * scale)

    return test


def variances(probe: Probe, answer: Answer) -> bool:
    expected = probe.expected.covariances
    got = ndarrays(answer.value["covariances"], expected.shape)
    diagonal = expected.diagonal(axis1=1, axis2=2)
    return close(got.diagonal(axis1=1, axis2=2), diagonal, rtol=1e-4)


def about_variances(probe: Probe, answer: Answer) -> bool:
    """Within 5%: another divisor is not counted against the centre, old means are far off."""
    expected = probe.expected.covariances
    got = ndarrays(answer.value["covariances"], expected.shape)
    diagonal = expected.diagonal(axis1=1, axis2=2)
    return close(got.diagonal(axis1=1, axis2=2), diagonal, rtol=0.05)


def off_diagonals(probe: Probe, answer: Answer) -> bool:
    expected = probe.expected.covariances
    got = ndarrays(answer.value["covariances"], expected.shape)
    lower = np.tril_indices(expected.shape[1], -1)
    return close(got[:, *lower], expected[:, *lower], rtol=0.05, atol=1e-4 * expected.max())


def symmetric(probe: Probe, answer: Answer) -> bool:
    got = ndarrays(answer.value["covariances"], probe.expected.covariances.shape)
    return close(got, got.transpose(0, 2, 1), rtol=0, atol=1e-6 * np.abs(got).max())


OF_SEVERAL_COMPONENTS = (
    "mixing weights",
    "means",
    "covariances of a general mixture",
    "covariances are divided by N_k",
)


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "mixing weights",
            2,
            general,
            same("weights"),
            "A component's weight is its share of all the responsibility there is.",
        ),
        Criterion(
            "means",
            3,
            general,
            same("means"),
            "Every mean is an average of all points, weighted by that component's responsibilities "
            "and divided by their sum.",
        ),
        Criterion(
            "covariances of a general mixture",
            3,
            general,
            same("covariances"),
            "Each covariance is a weighted average of outer products of deviations, one (d, d) "
            "matrix a component. The lines below or above say more.",
        ),
        Criterion(
            "covariances are taken around the new means",
            1,
            one_component,
            about_variances,
            "The deviations are from the means that this M-step has just computed, not from those "
            "that it found.",
            needs=OF_SEVERAL_COMPONENTS,
        ),
        Criterion(
            "covariances are divided by N_k",
            1,
            means_known,
            variances,
            "The weights of a weighted average sum to N_k, the responsibility of that component, "
            "not to the number of points.",
        ),
        Criterion(
            "covariances are full",
            1,
            one_component_means_known,
            off_diagonals,
            "Components may be tilted: the products of different coordinates belong in the matrix "
            "as well as the squares.",
            needs=OF_SEVERAL_COMPONENTS,
        ),
        Criterion(
            "covariances are symmetric",
            0.5,
            several_features,
            symmetric,
            "The covariance of coordinates i and j is that of j and i.",
            needs=OF_SEVERAL_COMPONENTS,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            general,
            unchanged("X", "responsibilities"),
            "The data or the responsibilities were changed in place.",
            needs=OF_SEVERAL_COMPONENTS,
        ),
    ),
    due=form("weights (K,)", "means (K, d)", "covariances (K, d, d)"),
    target="GMM",
)
