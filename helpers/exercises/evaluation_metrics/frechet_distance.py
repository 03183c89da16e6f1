"""The squared Fréchet distance of two Gaussians."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.evaluation_metrics import covariances
from helpers.exercises.evaluation_metrics.covariances import SINGULAR
from helpers.exercises.evaluation_metrics.slips import left_alone, right
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


Kind = Callable[[Rng, int], Array]


ARGUMENTS = ("mu_r", "sigma_r", "mu_g", "sigma_g")
ROUNDING = 1e-7  # of the traces: how far a distance may fall below zero (rounding stays below 4e-8)


def product_of_roots(sigma_r: Array, sigma_g: Array) -> float:
    """Tr Σr^½ Σg^½, which is the overlap of covariances that commute."""
    return float(np.trace(reference.square_root(sigma_r) @ reference.square_root(sigma_g)))


def diagonals(sigma_r: Array, sigma_g: Array) -> float:
    """The overlap of covariances without their correlations."""
    return float(np.sqrt(np.diag(sigma_r) * np.diag(sigma_g)).sum())


def traces(given: dict[str, Any]) -> float:
    return float(np.trace(given["sigma_r"]) + np.trace(given["sigma_g"]))


def ask_about(rng: Rng, sigma_r: Array, sigma_g: Array, apart: float = 0, ask: str = "") -> Probe:
    """Means at this distance from each other, in a direction that is no feature's own."""
    mu = rng.normal(scale=3, size=len(sigma_r))
    step = rng.uniform(0.3, 1.0, size=len(mu)) * rng.choice([-1.0, 1.0], size=len(mu))
    arrays = (mu, sigma_r, mu + apart * step / np.linalg.norm(step), sigma_g)
    given = {name: np.array(a) for name, a in zip(ARGUMENTS, arrays, strict=True)}
    return Probe(given, reference.frechet_distance(*arrays), ask)


def pair(rng: Rng, kind: Kind, d: int, apart: float = 0, scale: float = 1) -> Probe:
    """Two random covariances of a kind, the second one scaled."""
    return ask_about(rng, kind(rng, d), scale * kind(rng, d), apart)


def whole(rng: Rng) -> list[Probe]:
    sizes = ((2, 2.5), (3, 0.6), (6, 4.0))
    return [pair(rng, covariances.covariance, d, apart) for d, apart in sizes]


def independent(rng: Rng) -> list[Probe]:
    """Equal means and independent features, or a single one."""
    return [pair(rng, covariances.independent, d, scale=4) for d in (3, 1, 4)]


def means(rng: Rng) -> list[Probe]:
    """The same variances twice, at two distances: their part cancels in the difference."""
    real, generated = covariances.independent(rng, 3), covariances.independent(rng, 3)
    return [ask_about(rng, real, generated, apart) for apart in (0.6, 2.5)]


def multiples(rng: Rng) -> list[Probe]:
    """One covariance a multiple of the other, where only a root of entries goes wrong."""
    sigmas = [covariances.covariance(rng, d) for d in (2, 4, 5)]
    return [ask_about(rng, s, rng.uniform(3, 6) * s) for s in sigmas]


def same_axes(rng: Rng) -> list[Probe]:
    """Covariances that commute, where the product of roots is the root of the product."""
    probes = []
    for d in (2, 4, 5):
        axes, scales = orthonormal(rng, d, d).T, np.sort(covariances.variances(rng, d))
        real, generated = (covariances.along(axes, s) for s in (scales, scales[::-1]))
        probes.append(ask_about(rng, real, generated))
    return probes


def different_axes(rng: Rng) -> list[Probe]:
    """A long thin cloud along one axis, and another one at an angle."""
    return [
        ask_about(rng, covariances.thin(rng, d), covariances.covariance(rng, d)) for d in (2, 4)
    ]


def few_images(rng: Rng) -> list[Probe]:
    """Regular covariances, then covariances of fewer draws than features."""
    singular = covariances.singular
    pairs = [
        (covariances.covariance(rng, 3), covariances.covariance(rng, 3)),
        (singular(rng, 8, 24), singular(rng, 6, 24)),
        (singular(rng, 12, 32), singular(rng, 7, 32)),
        (covariances.covariance(rng, 16), singular(rng, 5, 16)),
    ]
    return [ask_about(rng, *pair) for pair in pairs]


def identical(rng: Rng) -> list[Probe]:
    """A distribution and itself: of small variances, and of fewer draws than features."""
    sigmas = (0.01 * covariances.covariance(rng, 4), covariances.singular(rng, 5, 10))
    return [ask_about(rng, s, s, ask="real_part") for s in sigmas]


def whole_and_singular(rng: Rng) -> list[Probe]:
    """Some step in only where covariances are singular."""
    return [*whole(rng), *few_images(rng)]


def whole_results(value: Any) -> list[Any]:
    """The result, unless it is a real part, which may be of a complex one."""
    return [] if isinstance(value, dict) else [value]


def same_growth(probes: list[Probe], answers: list[Answer]) -> bool:
    near, far = (float(numbers(answer.value, ())) for answer in answers)
    return close(far - near, probes[1].expected - probes[0].expected)


def real_and_finite(probes: list[Probe], answers: list[Answer]) -> bool:
    """One kind of overlap gives all the answers, also where covariances are singular.

    Which kind it is, is for other criteria to judge.
    """

    def given_by(overlap: Callable[[Array, Array], float], probe: Probe, value: Any) -> bool:
        size = traces(probe.given)
        expected = size - 2 * overlap(probe.given["sigma_r"], probe.given["sigma_g"])
        return close(value, expected, rtol=0, atol=SINGULAR * size)

    pairs = list(zip(probes, answers, strict=True))
    overlaps = (reference.overlap, product_of_roots, diagonals)
    return any(all(given_by(o, p, a.value) for p, a in pairs) for o in overlaps)


def not_negative(probe: Probe, answer: Answer) -> bool:
    distance = float(numbers(answer.value["real part"], ()))
    return -ROUNDING <= distance / traces(probe.given) <= SINGULAR


ABOUT_VALUES = (
    "the whole distance",
    "independent features",
    "the squared distance of the means",
    "a root of the matrix, not of its entries",
    "correlations count",
    "the root of the product",
    "fewer images than features",
)


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "the whole distance",
            2,
            whole,
            right,
            "Two parts add up: the squared distance of the means, and the traces of both "
            "covariances less twice the trace of the root of their product.",
        ),
        Criterion(
            "independent features",
            1,
            independent,
            right,
            "Where features are independent, each one contributes the squared difference of its "
            "two standard deviations. A single feature is a matrix with one entry.",
        ),
        Criterion(
            "the squared distance of the means",
            1.5,
            means,
            same_growth,
            "The means enter with the square of the Euclidean norm of their difference.",
            together=True,
        ),
        Criterion(
            "a root of the matrix, not of its entries",
            1.5,
            multiples,
            right,
            "A square root of a matrix, multiplied by itself as a matrix, gives the matrix back. "
            "Roots of its entries do not.",
        ),
        Criterion(
            "correlations count",
            1,
            same_axes,
            right,
            "Two covariances with the same diagonal may be far from each other: the root is one of "
            "whole matrices.",
        ),
        Criterion(
            "the root of the product",
            1.5,
            different_axes,
            right,
            "Matrices that do not commute have a root of their product that is not the product of "
            "their roots, and its trace differs too.",
        ),
        Criterion(
            "fewer images than features",
            2,
            few_images,
            real_and_finite,
            "Rounding turns the zero eigenvalues of a singular product slightly negative. Their "
            "roots are nothing: neither NaN nor an imaginary part may reach the result.",
            together=True,
        ),
        Criterion(
            "never below zero",
            1,
            identical,
            not_negative,
            "A distribution has no distance from itself, and no distance is negative. What you add "
            "to a covariance for safety has to cancel.",
            needs=ABOUT_VALUES,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            whole_and_singular,
            left_alone(*ARGUMENTS),
            "One of the means or covariances was changed in place.",
            together=True,
            needs=ABOUT_VALUES,
        ),
    ),
    due=form("distance", results=whole_results),
)
