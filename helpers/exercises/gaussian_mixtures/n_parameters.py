"""How many free parameters a mixture has."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import COVARIANCE_TYPES
from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

UNKNOWN_TYPES = ("Full", "DIAG", "diagonal", "", "banana")


def ask_about(K: int, D: int, kind: str) -> Probe:
    given = {"n_components": int(K), "n_features": int(D), "covariance_type": kind}
    return Probe(given, reference.n_parameters(K, D, kind))


def totals(rng: Rng) -> list[Probe]:
    shapes = [(4, 5), (3, 2), tuple(rng.integers(2, 30, size=2))]
    return [ask_about(K, D, kind) for K, D in shapes for kind in COVARIANCE_TYPES]


def weights_alone(rng: Rng) -> list[Probe]:
    """Means and variances grow in proportion to D: the weights are what is left at D = 0."""
    sizes = rng.choice(np.arange(2, 30), size=3, replace=False)
    return [ask_about(K, D, "diag") for K in sizes for D in (1, 2)]


def growth(kind: str) -> Callable[[Rng], list[Probe]]:
    """This type beside the others: what all types have in common is not its fault."""

    def draw(rng: Rng) -> list[Probe]:
        K, D = (int(n) for n in rng.permutation(np.arange(3, 12))[:2])
        shapes = [(K, D), (K + 12, D + 1)]  # an odd and an even D, and K is not D
        kinds = [kind, *(k for k in COVARIANCE_TYPES if k != kind)]
        return [ask_about(K, D, k) for K, D in shapes for k in kinds]

    return draw


def unknown(rng: Rng) -> list[Probe]:
    """Types to refuse, beside those to take: refusing everything is no answer."""
    return [
        Probe(
            {"n_components": 3, "n_features": 2, "covariance_type": kind},
            expected=kind in COVARIANCE_TYPES,
        )
        for kind in (*UNKNOWN_TYPES, *COVARIANCE_TYPES)
    ]


same = within(rtol=0, atol=0)


def same_growth(probes: list[Probe], answers: list[Answer]) -> bool:
    """The first type of every shape is right, or wrong by as much as two others."""
    got = [float(numbers(answer.value, ())) for answer in answers]
    off = np.subtract(got, [probe.expected for probe in probes])
    off = off.reshape(-1, len(COVARIANCE_TYPES))
    exact = np.abs(got).max() < 2**53  # beyond it, and for infinities, all differences agree
    return bool(exact) and all(row[0] == 0 or (row == row[0]).sum() >= 3 for row in off)


def same_weights(probes: list[Probe], answers: list[Answer]) -> bool:
    got = np.reshape([numbers(answer.value, ()) for answer in answers], (-1, 2))
    K = np.array([probe.given["n_components"] for probe in probes[::2]])
    return np.array_equal(2 * got[:, 0] - got[:, 1], K - 1)


def refused(probe: Probe, answer: Answer) -> bool:
    return answer.raised("ValueError") != probe.expected


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the four totals",
            2,
            totals,
            same,
            "Weights, means and covariances each have their own count; add the three.",
        ),
        Criterion(
            "weights that sum to one",
            1,
            weights_alone,
            same_weights,
            "How many of the mixing weights can you choose before the last one is determined?",
            together=True,
        ),
        Criterion(
            "full covariances",
            1,
            growth("full"),
            same_growth,
            "A symmetric matrix is determined by its diagonal and one side of it; every component "
            "has its own.",
            together=True,
        ),
        Criterion(
            "a tied covariance",
            1,
            growth("tied"),
            same_growth,
            "Tied means one covariance for all components, however many there are.",
            together=True,
        ),
        Criterion(
            "diagonal covariances",
            1,
            growth("diag"),
            same_growth,
            "A diagonal covariance has one variance a feature, for every component.",
            together=True,
        ),
        Criterion(
            "spherical covariances",
            1,
            growth("spherical"),
            same_growth,
            "A spherical covariance is a single variance for each component.",
            together=True,
        ),
        Criterion(
            "other types are refused",
            1,
            unknown,
            refused,
            "A name that is none of the four, spelled exactly, is a mistake of the caller: raise "
            "ValueError instead of guessing.",
            needs=(
                "the four totals",
                "weights that sum to one",
                "full covariances",
                "a tied covariance",
                "diagonal covariances",
                "spherical covariances",
            ),
        ),
    ),
    due=form("count"),
)
