"""Fitting a mixture: E-step, M-step and log-likelihood."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nbjudge.exercise.compare import close, ndarrays
from nbjudge.exercise.criteria import near, within
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.gaussian_mixtures.draws import (
    PARAMETERS,
    alike,
    ask,
    far_points,
    mixture,
    points,
    tiny,
)
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture

Array = np.ndarray


class EStep(Exercise):
    """Responsibilities (n, K) of points under the student's mixture."""

    name = "e_step"
    points = 5
    target = "GMM"

    @staticmethod
    def probe(gmm: Mixture, X: Array) -> Probe:
        return ask(gmm, reference.responsibilities(X, gmm), X=X)

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        shapes = ((3, 2, 9), (2, 4, 7), (4, 3, 11))
        return [EStep.probe(gmm := alike(rng, K, d), points(rng, gmm, n)) for K, d, n in shapes]

    @staticmethod
    def unequal(rng: Rng) -> list[Probe]:
        mixtures = [mixture(rng, 2, 2, [0.1, 0.9]), mixture(rng, 3, 2, [0.05, 0.25, 0.7], 0.8)]
        return [EStep.probe(gmm, points(rng, gmm, 12)) for gmm in mixtures]

    @staticmethod
    def far(rng: Rng) -> list[Probe]:
        line, digits = alike(rng, 3, 2), alike(rng, 3, 64, apart=40)
        between = digits.means.mean(axis=0) + rng.normal(scale=20, size=(5, 64))
        return [EStep.probe(line, far_points(rng, line, 6)), EStep.probe(digits, between)]

    @staticmethod
    def determinant(rng: Rng) -> list[Probe]:
        gmm = tiny(rng, 3)
        return [EStep.probe(gmm, reference.draw(gmm, 8, rng)[0])]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        cases = ((alike(rng, 3, 1), 6), (alike(rng, 1, 3), 5), (alike(rng, 3, 2), 1),
                 (alike(rng, 1, 1), 1))  # fmt: skip
        return [EStep.probe(gmm, points(rng, gmm, n)) for gmm, n in cases]

    criteria = (
        Criterion("Bayes' rule at ordinary points", 4, ordinary, near,
            "Each row is a posterior over components: joint density of point and component, "
            "divided by its sum over the components of that same point."),
        Criterion("the mixing weights count", 2, unequal, near,
            "Two components that explain a point equally well are not equally likely to have "
            "produced it when one of them is rarer. Where does the prior of a component enter?"),
        Criterion("points far from every component", 2, far, near,
            "A density far away is too small for a float, and nothing divided by nothing is NaN. "
            "Stay with logarithms until the rows are normalised (log-sum-exp)."),
        Criterion("tiny determinants", 1, determinant, near,
            "The determinant of a high-dimensional covariance can be smaller than any float. "
            "Its logarithm is not: take it from a Cholesky factor or slogdet."),
        Criterion("one dimension, one component, one point", 1, shapes, near,
            "Shapes (n, 1), (n, K) with K = 1 and a single row are legal. Look for a squeeze or a "
            "function that drops an axis of length one."),
        Criterion("arguments and parameters are left alone", 0.5, unequal,
            unchanged("X", *PARAMETERS),
            "The E-step reads the data and the parameters. Something was changed in place."),
    )  # fmt: skip


class MStep(Exercise):
    """Weights, means and covariances from given responsibilities."""

    name = "m_step"
    points = 5
    target = "GMM"

    @staticmethod
    def probe(rng: Rng, K: int, d: int, n: int, old_means: bool = False) -> Probe:
        """Responsibilities far from equal; the old means wrong, or on request already right."""
        data = mixture(rng, K, d, apart=3)
        X = reference.draw(data, n, rng)[0]
        gamma = rng.dirichlet(np.geomspace(0.3, 2.0, K), size=n) + 1e-3
        gamma /= gamma.sum(axis=1, keepdims=True)
        new = reference.maximize(X, gamma)
        old = mixture(rng, K, d)
        means = new.means if old_means else old.means + 3.0
        return ask(old._replace(means=means), new, X=X, responsibilities=gamma)

    @staticmethod
    def general(rng: Rng) -> list[Probe]:
        return [MStep.probe(rng, K, d, n) for K, d, n in ((3, 2, 40), (2, 4, 60), (4, 1, 30))]

    @staticmethod
    def several_features(rng: Rng) -> list[Probe]:
        return [MStep.probe(rng, K, d, n) for K, d, n in ((3, 2, 40), (2, 4, 60))]

    @staticmethod
    def one_component(rng: Rng) -> list[Probe]:
        return [MStep.probe(rng, 1, d, 30) for d in (2, 3)]

    @staticmethod
    def means_known(rng: Rng) -> list[Probe]:
        return [MStep.probe(rng, 3, 2, 40, old_means=True)]

    @staticmethod
    def one_component_means_known(rng: Rng) -> list[Probe]:
        return [MStep.probe(rng, 1, d, 30, old_means=True) for d in (2, 3)]

    @staticmethod
    def same(attribute: str) -> Callable[[Probe, Answer], bool]:
        def test(probe: Probe, answer: Answer) -> bool:
            expected = getattr(probe.expected, attribute)
            got = ndarrays(answer.value[attribute], expected.shape)
            scale = np.abs(expected).max()
            return close(got, expected, rtol=0, atol=1e-4 * scale)

        return test

    @staticmethod
    def variances(probe: Probe, answer: Answer) -> bool:
        expected = probe.expected.covariances
        got = ndarrays(answer.value["covariances"], expected.shape)
        diagonal = expected.diagonal(axis1=1, axis2=2)
        return close(got.diagonal(axis1=1, axis2=2), diagonal, rtol=1e-4)

    @staticmethod
    def about_variances(probe: Probe, answer: Answer) -> bool:
        """Within 5%: another divisor is not held against the centre, old means are far off."""
        expected = probe.expected.covariances
        got = ndarrays(answer.value["covariances"], expected.shape)
        diagonal = expected.diagonal(axis1=1, axis2=2)
        return close(got.diagonal(axis1=1, axis2=2), diagonal, rtol=0.05)

    @staticmethod
    def off_diagonals(probe: Probe, answer: Answer) -> bool:
        expected = probe.expected.covariances
        got = ndarrays(answer.value["covariances"], expected.shape)
        lower = np.tril_indices(expected.shape[1], -1)
        return close(got[:, *lower], expected[:, *lower], rtol=0.05, atol=1e-4 * expected.max())

    @staticmethod
    def symmetric(probe: Probe, answer: Answer) -> bool:
        got = ndarrays(answer.value["covariances"], probe.expected.covariances.shape)
        return close(got, got.transpose(0, 2, 1), rtol=0, atol=1e-6 * np.abs(got).max())

    criteria = (
        Criterion("mixing weights", 2, general, same("weights"),
            "A component's weight is its share of all the responsibility there is."),
        Criterion("means", 3, general, same("means"),
            "Every mean is an average of all points, weighted by that component's responsibilities "
            "and divided by their sum."),
        Criterion("covariances of a general mixture", 3, general, same("covariances"),
            "Each covariance is a weighted average of outer products of deviations, one (d, d) "
            "matrix a component. The lines below or above say more."),
        Criterion("covariances are taken around the new means", 1, one_component,
            about_variances,
            "The deviations are from the means that this M-step has just computed, not from those "
            "that it found."),
        Criterion("covariances are divided by N_k", 1, means_known, variances,
            "The weights of a weighted average sum to N_k, the responsibility of that component, "
            "not to the number of points."),
        Criterion("covariances are full", 1, one_component_means_known, off_diagonals,
            "Components may be tilted: the products of different coordinates belong in the matrix "
            "as well as the squares."),
        Criterion("covariances are symmetric", 0.5, several_features, symmetric,
            "The covariance of coordinates i and j is that of j and i."),
        Criterion("arguments are left alone", 0.5, general, unchanged("X", "responsibilities"),
            "The data or the responsibilities were changed in place."),
    )  # fmt: skip


class LogLikelihood(Exercise):
    """Total log-likelihood of the data under the student's mixture."""

    name = "log_likelihood"
    points = 2
    target = "GMM"

    @staticmethod
    def probe(gmm: Mixture, X: Array) -> Probe:
        return ask(gmm, reference.log_likelihood(X, gmm), X=X)

    @staticmethod
    def one_point(rng: Rng) -> list[Probe]:
        mixtures = [alike(rng, K, d) for K, d in ((3, 2), (2, 1), (1, 3), (4, 2), (3, 1))]
        return [LogLikelihood.probe(gmm, points(rng, gmm, 1)) for gmm in mixtures]

    @staticmethod
    def several(rng: Rng) -> list[Probe]:
        """One component, so that forgotten weights are not held against the sum."""
        mixtures = [mixture(rng, 1, d) for d in (2, 3, 1)]
        return [LogLikelihood.probe(gmm, points(rng, gmm, 25)) for gmm in mixtures]

    @staticmethod
    def unequal(rng: Rng) -> list[Probe]:
        """Single points, so that a mean over points is not held against the weights."""
        mixtures = [mixture(rng, 3, 2, [0.03, 0.17, 0.8], apart=0.8) for _ in range(6)]
        return [LogLikelihood.probe(gmm, points(rng, gmm, 1)) for gmm in mixtures]

    @staticmethod
    def general(rng: Rng) -> list[Probe]:
        mixtures = ((mixture(rng, 4, 3), 12), (mixture(rng, 3, 2), 30), (mixture(rng, 2, 1), 7))
        return [LogLikelihood.probe(gmm, points(rng, gmm, n)) for gmm, n in mixtures]

    @staticmethod
    def far(rng: Rng) -> list[Probe]:
        gmm, small = mixture(rng, 1, 2), tiny(rng, 1)
        probe = LogLikelihood.probe
        return [probe(gmm, far_points(rng, gmm, 1)), probe(small, points(rng, small, 1))]

    right = within(atol=1e-3)

    criteria = (
        Criterion("the log density of a point", 2, one_point, right,
            "The density of a point is the weighted sum of the components' densities; its "
            "logarithm is taken after that sum."),
        Criterion("a total over all points", 3, several, right,
            "Independent points multiply, so their logarithms add up, over all points and "
            "without dividing."),
        Criterion("the mixing weights count", 1.5, unequal, right,
            "A rare component contributes little to the density, however well it fits."),
        Criterion("points far from every component", 2, far, right,
            "A density that underflows has a logarithm of minus infinity, and a small constant "
            "added inside only hides it. Use log-sum-exp on log densities."),
        Criterion("many points, many components", 1, general, right,
            "All of it together: first a sum over components inside the logarithm, then a sum "
            "over points outside."),
        Criterion("arguments and parameters are left alone", 0.5, several,
            unchanged("X", *PARAMETERS),
            "The log-likelihood reads the data and the parameters. Something was changed."),
    )  # fmt: skip
