"""The two classifiers: logistic regression and Gaussian naive Bayes."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.discriminative_vs_generative.classifying import (
    alike,
    criteria_of,
    distances,
    probe,
)
from helpers.exercises.discriminative_vs_generative.draws import in_order
from helpers.reference import discriminative_vs_generative as reference

Array = np.ndarray


class DiscriminativeModel(Exercise):
    """Logistic regression, with any penalty, solver and scaling.

    With 20 000 training rows from overlapping classes, penalties down to C = 0.01 on raw or scaled
    features, averaged stochastic solvers and no penalty at all stay within 0.085 of each other
    (root mean square). On one of the two data sets all others are off by 0.105 or more: one has a
    crowd far on the right side of the boundary, which moves whoever models x (naive Bayes,
    discriminant analysis); on the other the classes are mixed far out, which bends what is no line
    (trees, neighbours, polynomials).
    """

    name = "discriminative_model"
    points = 2
    seconds = 120

    @staticmethod
    def crowd(rng: Rng, n: int, share: float, place: float, purity: float) -> Probe:
        """Two overlapping classes, 3 to 1, and a ``share`` of all rows in a crowd further out."""
        far = rng.random(n) < share
        y = (rng.random(n) < np.where(far, purity, 0.25)).astype(np.int64)
        along = np.where(far, rng.normal(place, 0.8, n), rng.normal(1.6 * y - 0.8, 1.4))
        X = np.stack([along, rng.normal(size=n) + np.where(far, 0, 0.8 * along)], axis=1)
        a = rng.uniform(-0.4, 0.4)
        turn = 0.7 * np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
        spread = rng.uniform(-3, 3, size=240)
        rows = np.stack([spread, rng.normal(size=240) + 0.8 * spread], axis=1)
        X = X @ turn + rng.uniform(-0.6, 0.6, size=2)
        return probe(reference.discriminative_model, *in_order(X, y), alike(rows @ turn, X))

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        crowd = DiscriminativeModel.crowd
        return [crowd(rng, 20_000, 0.14, 10.0, 1.0), crowd(rng, 20_000, 0.15, 6.0, 0.2)]

    @staticmethod
    def near(probe: Probe, answer: Answer) -> bool:
        """Right on the whole: how strong the penalty is, and how patient the solver, is free."""
        return bool(np.sqrt(np.square(distances(probe, answer)).mean()) < 0.095)

    criteria = criteria_of(
        reference.discriminative_model, ordinary,
        Criterion("probabilities of logistic regression", 3, ordinary, near,
            "A discriminative model is fitted to P(y given x) directly: a logistic curve of a "
            "linear function, with an intercept, every training row counting the same."),
    )  # fmt: skip


class GenerativeModel(Exercise):
    """Gaussian naive Bayes; smoothing by 1e-9 of the largest variance moves nothing here."""

    name = "generative_model"
    points = 2

    @staticmethod
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

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        return [GenerativeModel.correlated(rng, (1000, 1000)) for _ in range(2)]

    @staticmethod
    def unequal(rng: Rng) -> list[Probe]:
        return [GenerativeModel.correlated(rng, (9000, 1000)) for _ in range(2)]

    @staticmethod
    def few(rng: Rng) -> list[Probe]:
        """So few rows a class, as many in both, that the divisor of the variances shows."""
        return [GenerativeModel.correlated(rng, (n, n)) for n in (6, 8)]

    @staticmethod
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

    @staticmethod
    def near(probe: Probe, answer: Answer) -> bool:
        """Wide enough that variances divided by one row less are not held against it."""
        return bool(distances(probe, answer).max() < 0.02)

    @staticmethod
    def very_near(probe: Probe, answer: Answer) -> bool:
        return bool(distances(probe, answer).max() < 2e-3)

    criteria = criteria_of(
        reference.generative_model, ordinary,
        Criterion("probabilities of naive Bayes", 3, ordinary, near,
            "Naive Bayes fits one normal curve to every feature of every class, and multiplies "
            "densities as if features were independent given the class."),
        Criterion("class frequencies count", 1, unequal, near,
            "A class that is rare in the training set is rare. Where does its prior enter?"),
        Criterion("maximum-likelihood variances", 1, few, very_near,
            "The maximum-likelihood variance is divided by the number of rows of the class, and "
            "next to nothing is added to it."),
        Criterion("rows far from every class", 1.5, far, near,
            "Far away all densities underflow, and nothing divided by nothing is no number. "
            "Compare logarithms."),
    )  # fmt: skip
