"""Fréchet distance of the Gaussians fitted to two sets of features; the distance is lent."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from helpers.exercises.evaluation_metrics import covariances
from helpers.exercises.evaluation_metrics.covariances import SINGULAR
from helpers.exercises.evaluation_metrics.slips import agrees_with, right
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


Kind = Callable[[Rng, int], Array]


def fitted_with(rowvar: bool, ddof: int) -> Callable[[Array, Array], float]:
    """FID by covariances of rows or of columns, with either divisor."""

    def distance(real_features: Array, generated_features: Array) -> float:
        fits = [
            (X.mean(axis=int(rowvar)), np.cov(X, rowvar=rowvar, ddof=ddof))
            for X in (real_features, generated_features)
        ]
        return reference.frechet_distance(*fits[0], *fits[1])

    return distance


def ask_about(rng: Rng, sizes: tuple[int, int, int], kind: Kind, apart: float = 1) -> Probe:
    """Features whose means differ by this much, up and down in turn."""
    n_real, n_generated, d = sizes
    mean = rng.uniform(4, 6, size=d)
    moved = mean + apart * rng.uniform(0.9, 1.1, size=d) * (-1) ** np.arange(d)
    real = rng.multivariate_normal(mean, kind(rng, d), size=n_real)
    generated = rng.multivariate_normal(moved, kind(rng, d), size=n_generated)
    given = {"real_features": real, "generated_features": generated}
    return Probe(given, reference.fid(real, generated))


def of_sizes(*sizes: tuple[int, int, int]) -> Callable[[Rng], list[Probe]]:
    """Probes of so many real and generated images, and features."""
    return lambda rng: [ask_about(rng, size, covariances.covariance) for size in sizes]


def many(rng: Rng) -> list[Probe]:
    """So many images, so far apart, that their covariances matter little if they fit."""
    sizes = ((500, 400, 3), (300, 450, 2))
    return [ask_about(rng, size, covariances.independent, apart=8) for size in sizes]


about_right = within(rtol=0.15)

ordinary = of_sizes((30, 20, 3), (12, 25, 5), (9, 40, 2))

few = of_sizes((6, 9, 20), (40, 7, 16))

as_many = of_sizes((8, 8, 3), (11, 11, 4))  # then covariances of rows, too, have a distance


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the distance of two sets of features",
            2,
            ordinary,
            right,
            "Fit a Gaussian to each set, its mean and its covariance, then take the Fréchet "
            "distance of the two.",
        ),
        Criterion(
            "rows are images, columns are features",
            2,
            many,
            about_right,
            "Covariances are those of features, (d, d). For np.cov rows are variables unless it "
            "is told otherwise.",
        ),
        Criterion(
            "sample covariances",
            1.5,
            as_many,
            agrees_with([fitted_with(rowvar, 1) for rowvar in (False, True)]),
            "The covariance of a sample divides by one less than the number of images, which is "
            "what np.cov does by default.",
            together=True,
        ),
        Criterion(
            "fewer images than features",
            1,
            few,
            agrees_with([fitted_with(False, ddof) for ddof in (0, 1)], SINGULAR, SINGULAR),
            "With fewer images than features the covariances are singular, and the distance is "
            "still a real number.",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            as_many,
            unchanged("real_features", "generated_features"),
            "One of the sets of features was changed in place.",
            needs=(
                "the distance of two sets of features",
                "rows are images, columns are features",
                "sample covariances",
                "fewer images than features",
            ),
        ),
    ),
    builds_on=("frechet_distance",),
    due=form("distance"),
)
