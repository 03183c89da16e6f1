"""Gaussian naive Bayes; smoothing by 1e-9 of the largest variance moves nothing here."""

from __future__ import annotations

import numpy as np

from helpers.exercises.discriminative_vs_generative.classifying import (
    PAIR,
    alike,
    criteria_of,
    distances,
    probe,
)
from helpers.exercises.discriminative_vs_generative.draws import in_order
from helpers.reference import discriminative_vs_generative as reference
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng


def correlated(rng: Rng, counts: tuple[int, int], m: int = 150) -> Probe:
    """Classes that differ in mean and spread, with features that naive Bayes takes apart."""
    y = rng.permutation(np.repeat([0, 1], counts))
    signs = rng.choice([-1.0, 1.0], size=3)
    noise = rng.normal(size=(len(y), 3)) + rng.normal(size=(len(y), 1)) * signs
    stds = np.array([[0.2, 1.5, 0.6], [0.4, 0.8, 1.2]]) * rng.uniform(0.9, 1.1, size=(2, 3))
    means = np.array([[0.0, 0.0, 0.0], [0.3, 0.8, -0.8]]) + rng.normal(scale=2, size=3)
    X, y = in_order(means[y] + stds[y] * noise, y)
    rows = means[rng.integers(2, size=m)] + rng.uniform(-2.0, 2.0, size=(m, 3)) * stds.mean(0)
    return probe(reference.generative_model, X, y, alike(rows, X))


def ordinary(rng: Rng) -> list[Probe]:
    return [correlated(rng, (1000, 1000)) for _ in range(2)]


def unequal(rng: Rng) -> list[Probe]:
    return [correlated(rng, (9000, 1000)) for _ in range(2)]


def few(rng: Rng) -> list[Probe]:
    """So few rows a class, as many in both, that the divisor of the variances shows.

    The unit of the narrowest feature is so large that what is added to all variances alike shows,
    too, unless it is next to nothing beside the largest.
    """
    units = np.array([0.05, 1.0, 1.0])
    probes = [correlated(rng, (n, n)).given for n in (12, 16)]
    return [
        probe(reference.generative_model, p["X_train"] * units, p["y_train"], p["X_test"] * units)
        for p in probes
    ]


def far(rng: Rng) -> list[Probe]:
    """Rows sixty standard deviations out and more, on all sides.

    The class that is wider along the feature that is further out wins there.
    """
    y = np.repeat([0, 1], 200)
    stds = np.array([[0.5, 1.5], [1.5, 0.5]]) * rng.uniform(0.9, 1.1, size=(2, 2))
    means = rng.normal(scale=0.5, size=(2, 2)) + rng.normal(scale=2, size=2)
    X = means[y] + stds[y] * rng.normal(size=(400, 2))
    signs = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]])
    out = np.vstack([signs * [1, 0], signs * [0, 1], signs * [1, 0.5], signs * [0.5, 1]])
    rows = means.mean(axis=0) + out * rng.uniform(110, 150, size=(len(out), 1))
    return [probe(reference.generative_model, X, y, rows)]


def near(probe: Probe, answer: Answer) -> bool:
    """Wide enough that variances divided by one row less are not counted against it."""
    return bool(distances(probe, answer).max() < 0.02)


def very_near(probe: Probe, answer: Answer) -> bool:
    return bool(distances(probe, answer).max() < 2e-3)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=criteria_of(
        reference.generative_model,
        ordinary,
        Criterion(
            "probabilities of naive Bayes",
            3,
            ordinary,
            near,
            "Naive Bayes fits one normal curve to every feature of every class, and multiplies "
            "densities as if features were independent given the class.",
        ),
        Criterion(
            "class frequencies count",
            1,
            unequal,
            near,
            "A class that is rare in the training set is rare. Where does its prior enter?",
        ),
        Criterion(
            "maximum-likelihood variances",
            1,
            few,
            very_near,
            "The maximum-likelihood variance is divided by the number of rows of the class, and "
            "next to nothing is added to it.",
        ),
        Criterion(
            "rows far from every class",
            1.5,
            far,
            near,
            "Far away all densities underflow, and nothing divided by nothing is no number. "
            "Compare logarithms.",
        ),
    ),
    due=PAIR,
)
