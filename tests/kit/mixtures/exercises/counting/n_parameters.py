"""How many free parameters a mixture has."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import within
from nbjudge.exercise.exercise import Answer, Criterion, Draw, Exercise, Probe, Rng
from tests.kit.mixtures import reference
from tests.kit.mixtures.reference import KINDS

UNKNOWN = ("Full", "DIAG", "diagonal", "", "banana")


def ask_about(K: int, D: int, kind: str) -> Probe:
    """One question, of plain numbers."""
    given = {"n_components": int(K), "n_features": int(D), "covariance_type": kind}
    return Probe(given, reference.n_parameters(K, D, kind))


def totals(rng: Rng) -> list[Probe]:
    shapes = [(4, 5), (3, 2), tuple(rng.integers(2, 30, size=2))]
    return [ask_about(K, D, kind) for K, D in shapes for kind in KINDS]


def weights_alone(rng: Rng) -> list[Probe]:
    """Means and variances grow in proportion to D: the weights are what is left at D = 0."""
    sizes = rng.choice(np.arange(2, 30), size=3, replace=False)
    return [ask_about(K, D, "diag") for K in sizes for D in (1, 2)]


def growth(kind: str) -> Draw:
    """This type beside the others: what all types have in common is not its fault."""

    def draw(rng: Rng) -> list[Probe]:
        K, D = (int(n) for n in rng.permutation(np.arange(3, 12))[:2])
        kinds = [kind, *(k for k in KINDS if k != kind)]
        return [ask_about(*shape, k) for shape in ((K, D), (K + 12, D + 1)) for k in kinds]

    return draw


def unknown(rng: Rng) -> list[Probe]:
    """Types to refuse, beside those to take: refusing everything is no answer."""
    given = {"n_components": 3, "n_features": 2}
    kinds = (*UNKNOWN, *KINDS)
    return [Probe({**given, "covariance_type": kind}, expected=kind in KINDS) for kind in kinds]


def same_growth(probes: list[Probe], answers: list[Answer]) -> bool:
    """The first type of every shape is right, or wrong by as much as two others."""
    got = [float(numbers(answer.value, ())) for answer in answers]
    off = np.subtract(got, [probe.expected for probe in probes]).reshape(-1, len(KINDS))
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
            within(rtol=0, atol=0),
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
            "A symmetric matrix is determined by its diagonal and one side of it.",
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
            "A name that is none of the four is a mistake of the caller: raise ValueError.",
        ),
    ),
)
