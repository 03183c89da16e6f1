"""The unbiased estimate of the squared maximum mean discrepancy with a cubic kernel.

Sets always differ in size: for equal sizes there is a second unbiased estimate.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.exercises.evaluation_metrics.slips import Formula, Options, Test, agrees_with, mixtures
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def off_diagonal_sum_over_all(kernel: Array) -> float:
    return float((kernel.sum() - np.trace(kernel)) / kernel.size)


SLIPS: Options = {
    "within": (reference.mean_off_diagonal, np.mean, off_diagonal_sum_over_all),
    "divided": (True, False),
    "clipped": (False, True),
    "kernel": ((3, 1), (2, 1), (3, 0)),
}


def distance(
    within: Callable[[Array], float] = reference.mean_off_diagonal,
    divided: bool = True,
    clipped: bool = False,
    kernel: tuple[int, int] = (3, 1),
) -> Formula:
    """KID with this mean of a set's own kernel, products divided by d or not, cut off at zero.

    The kernel has a degree and a constant.
    """
    degree, constant = kernel

    def k(X: Array, Y: Array) -> Array:
        return (X @ Y.T / (X.shape[1] if divided else 1) + constant) ** degree

    def formula(real_features: Array, generated_features: Array) -> float:
        own = [within(k(X, X)) for X in (real_features, generated_features)]
        value = sum(own) - 2 * k(real_features, generated_features).mean()
        return max(value, 0.0) if clipped else value

    return formula


def estimates(**fixed: tuple[Any, ...]) -> Test:
    """A test that some mixture of slips gives the answers, but for those that are fixed."""
    choices = mixtures(SLIPS, fixed)
    return agrees_with([distance(**choice) for choice in choices], rtol=1e-3, atol=1e-4)


def ask_about(rng: Rng, n_real: int, n_generated: int, d: int, shift: float) -> Probe:
    real = rng.normal(size=(n_real, d)) * rng.uniform(0.7, 1.3, size=d)
    generated = rng.normal(size=(n_generated, d)) + shift * rng.choice([-1.0, 1.0], size=d)
    given = {"real_features": real, "generated_features": generated}
    return Probe(given, reference.kernel_inception_distance(real, generated))


def drawn(rng: Rng, size: tuple[int, int, int], shift: float, sign: int) -> Probe:
    """A probe whose estimate has this sign beyond doubt, with products divided by d or not."""
    not_divided = distance(divided=False)
    while True:
        probe = ask_about(rng, *size, shift)
        if min(sign * probe.expected, sign * not_divided(**probe.given)) > 0.02:
            return probe


def ordinary(rng: Rng) -> list[Probe]:
    sizes = ((12, 9, 4), (7, 15, 3), (2, 5, 6), (40, 30, 16), (6, 4, 1))
    return [drawn(rng, size, 0.8, sign=1) for size in sizes]


def several_features(rng: Rng) -> list[Probe]:
    sizes = ((12, 9, 4), (7, 15, 3))
    return [drawn(rng, size, 1.2, sign=1) for size in sizes]


def negative(rng: Rng) -> list[Probe]:
    """Two sets from one distribution, as far as the estimate can tell."""
    sizes = ((9, 7, 3), (6, 8, 4))
    return [drawn(rng, size, 0, sign=-1) for size in sizes]


right = within(rtol=1e-3, atol=1e-4)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the whole estimate",
            2,
            ordinary,
            right,
            "Average the kernel over pairs within each set, add the two averages, and subtract "
            "twice the average over pairs across the sets, however many images each set has.",
        ),
        Criterion(
            "no image is compared with itself",
            1.5,
            several_features,
            estimates(within=(reference.mean_off_diagonal,)),
            "Within a set only pairs of two different images count, both in the sum and in what it "
            "is divided by. The diagonal of the kernel makes the estimate too large.",
            together=True,
        ),
        Criterion(
            "products are divided by the number of features",
            1.5,
            several_features,
            estimates(divided=(True,)),
            "Inner products grow with the number of features, and the kernel divides them by it.",
            together=True,
        ),
        Criterion(
            "estimates below zero",
            1.5,
            negative,
            estimates(clipped=(False,)),
            "An unbiased estimate of zero has to fall on both sides of it. Cutting it off makes it "
            "biased again.",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            ordinary,
            unchanged("real_features", "generated_features"),
            "One of the sets of features was changed in place.",
            needs=(
                "the whole estimate",
                "no image is compared with itself",
                "products are divided by the number of features",
                "estimates below zero",
            ),
        ),
    ),
    due=form("estimate"),
)
