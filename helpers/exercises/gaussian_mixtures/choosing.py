"""Choosing a mixture: parameters, BIC, and the number of components."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import stats

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import within
from nbjudge.exercise.draws import covariance
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.exercises.gaussian_mixtures.draws import PARAMETERS, ask, mixture, points
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import COVARIANCE_TYPES, Mixture

UNKNOWN_TYPES = ("Full", "DIAG", "diagonal", "", "banana")


class NParameters(Exercise):
    """How many free parameters a mixture has."""

    name = "n_parameters"
    points = 2

    @staticmethod
    def probe(K: int, D: int, kind: str) -> Probe:
        given = {"n_components": int(K), "n_features": int(D), "covariance_type": kind}
        return Probe(given, reference.n_parameters(K, D, kind))

    @staticmethod
    def totals(rng: Rng) -> list[Probe]:
        shapes = [(4, 5), (3, 2), tuple(rng.integers(2, 30, size=2))]
        return [NParameters.probe(K, D, kind) for K, D in shapes for kind in COVARIANCE_TYPES]

    @staticmethod
    def weights_alone(rng: Rng) -> list[Probe]:
        """Means and variances grow in proportion to D: the weights are what is left at D = 0."""
        sizes = rng.choice(np.arange(2, 30), size=3, replace=False)
        return [NParameters.probe(K, D, "diag") for K in sizes for D in (1, 2)]

    @staticmethod
    def growth(kind: str) -> Callable[[Rng], list[Probe]]:
        """This type beside the others: what all types have in common is not its fault."""

        def draw(rng: Rng) -> list[Probe]:
            K, D = (int(n) for n in rng.permutation(np.arange(3, 12))[:2])
            shapes = [(K, D), (K + 12, D + 1)]  # an odd and an even D, and K is not D
            kinds = [kind, *(k for k in COVARIANCE_TYPES if k != kind)]
            return [NParameters.probe(K, D, k) for K, D in shapes for k in kinds]

        return draw

    @staticmethod
    def unknown(rng: Rng) -> list[Probe]:
        """Types to refuse, beside those to take: refusing everything is no answer."""
        return [Probe({"n_components": 3, "n_features": 2, "covariance_type": kind},
                      expected=kind in COVARIANCE_TYPES)
                for kind in (*UNKNOWN_TYPES, *COVARIANCE_TYPES)]  # fmt: skip

    same = within(rtol=0, atol=0)

    @staticmethod
    def same_growth(probes: list[Probe], answers: list[Answer]) -> bool:
        """The first type of every shape is right, or wrong by as much as two others."""
        got = [float(numbers(answer.value, ())) for answer in answers]
        off = np.subtract(got, [probe.expected for probe in probes])
        off = off.reshape(-1, len(COVARIANCE_TYPES))
        exact = np.abs(got).max() < 2**53  # beyond it, and for infinities, all differences agree
        return bool(exact) and all(row[0] == 0 or (row == row[0]).sum() >= 3 for row in off)

    @staticmethod
    def same_weights(probes: list[Probe], answers: list[Answer]) -> bool:
        got = np.reshape([numbers(answer.value, ()) for answer in answers], (-1, 2))
        K = np.array([probe.given["n_components"] for probe in probes[::2]])
        return np.array_equal(2 * got[:, 0] - got[:, 1], K - 1)

    @staticmethod
    def refused(probe: Probe, answer: Answer) -> bool:
        return answer.raised("ValueError") != probe.expected

    criteria = (
        Criterion("the four totals", 2, totals, same,
            "Weights, means and covariances each have their own count; add the three."),
        Criterion("weights that sum to one", 1, weights_alone, same_weights,
            "How many of the mixing weights can you choose before the last one is settled?",
            together=True),
        Criterion("full covariances", 1, growth("full"), same_growth,
            "A symmetric matrix is settled by its diagonal and one side of it; every component "
            "has its own.", together=True),
        Criterion("a tied covariance", 1, growth("tied"), same_growth,
            "Tied means one covariance for all components, however many there are.",
            together=True),
        Criterion("diagonal covariances", 1, growth("diag"), same_growth,
            "A diagonal covariance has one variance a feature, for every component.",
            together=True),
        Criterion("spherical covariances", 1, growth("spherical"), same_growth,
            "A spherical covariance is a single variance for each component.",
            together=True),
        Criterion("other types are refused", 1, unknown, refused,
            "A name that is none of the four, spelled exactly, is a mistake of the caller: raise "
            "ValueError instead of guessing."),
    )  # fmt: skip


class ComputeBic(Exercise):
    """BIC of a mixture on data; the log-likelihood and the count are lent."""

    name = "compute_bic"
    points = 3
    builds_on = ("log_likelihood", "n_parameters", "e_step")

    @staticmethod
    def probe(gmm: Mixture, X: np.ndarray) -> Probe:
        K, d = gmm.means.shape
        table = {kind: reference.n_parameters(K, d, kind) for kind in COVARIANCE_TYPES}
        return ask(gmm, reference.bic(X, gmm), X=X, table=table)

    @staticmethod
    def whole(rng: Rng) -> list[Probe]:
        mixtures = ((mixture(rng, 3, 2), 40), (mixture(rng, 2, 4), 25), (mixture(rng, 4, 1), 60))
        return [ComputeBic.probe(gmm, points(rng, gmm, n)) for gmm, n in mixtures]

    @staticmethod
    def two_data_sets(rng: Rng) -> list[Probe]:
        """One mixture and two data sets of one size: the penalty cancels in the difference."""
        gmm = mixture(rng, 3, 2)
        near, far = points(rng, gmm, 30), 3 * points(rng, gmm, 30)
        return [ComputeBic.probe(gmm, near), ComputeBic.probe(gmm, far)]

    @staticmethod
    def no_likelihood(rng: Rng) -> list[Probe]:
        """Units in which the log-likelihood is zero, so that the penalty is all there is."""
        probes = []
        for K, d, n in ((3, 2, 35), (2, 3, 50)):
            gmm = mixture(rng, K, d)
            X = points(rng, gmm, n)
            scale = np.exp(reference.log_likelihood(X, gmm) / X.size)
            scaled = Mixture(gmm.weights, gmm.means * scale, gmm.covariances * scale**2)
            probes.append(ComputeBic.probe(scaled, X * scale))
        return probes

    right = within(atol=1e-2)

    @staticmethod
    def same_difference(probes: list[Probe], answers: list[Answer]) -> bool:
        near, far = (float(numbers(answer.value, ())) for answer in answers)
        return close(near - far, probes[0].expected - probes[1].expected, rtol=1e-4)

    criteria = (
        Criterion("the whole criterion", 3, whole, right,
            "BIC is minus twice the total log-likelihood, plus a penalty for every free "
            "parameter; lower is better."),
        Criterion("the log-likelihood's part", 2, two_data_sets, same_difference,
            "A better fit makes BIC smaller, by twice the gain in total log-likelihood.",
            together=True),
        Criterion("the penalty", 2, no_likelihood, right,
            "Each free parameter of a mixture with full covariances costs the logarithm of the "
            "number of points. Check what you count, and what n is."),
        Criterion("arguments and parameters are left alone", 0.5, whole,
            unchanged("X", *PARAMETERS), "The data or the mixture were changed."),
    )  # fmt: skip


class SelectNComponents(Exercise):
    """The candidate with the lowest BIC, on data where every sensible start agrees."""

    name = "select_n_components"
    points = 2
    builds_on = ("e_step", "m_step", "log_likelihood", "n_parameters", "compute_bic")
    seconds = 120

    @staticmethod
    def rings(rng: Rng, K: int, n: int = 400) -> np.ndarray:
        """Concentric clouds, each ten times as wide as the one inside it.

        EM finds them from any start, and evenly spread (Halton) points leave nothing for surplus
        components to gain, so BIC decides by a wide margin.
        """
        clouds = []
        for k in range(K):
            even = stats.norm.ppf(stats.qmc.Halton(2, rng=rng).random(n // K))
            clouds.append(10.0**k * even @ np.linalg.cholesky(covariance(rng, 2)).T)
        return rng.permutation(np.concatenate(clouds)) + rng.normal(size=2)

    @staticmethod
    def probe(rng: Rng, K: int, candidates: Any, best: int) -> Probe:
        given = {"X": SelectNComponents.rings(rng, K), "candidates": candidates}
        return Probe(given, best)

    @staticmethod
    def in_order(rng: Rng) -> list[Probe]:
        """The same candidates on different data: none is right for both."""
        return [SelectNComponents.probe(rng, K, [1, 5, 2], K) for K in (2, 1)]

    @staticmethod
    def any_sequence(rng: Rng) -> list[Probe]:
        probe = SelectNComponents.probe
        return [*(probe(rng, K, (5, 1, 2), K) for K in (2, 1)), probe(rng, 2, [4, 1], 4)]

    @staticmethod
    def not_places(rng: Rng) -> list[Probe]:
        return [SelectNComponents.probe(rng, 1, [5, 3], 3)]

    best = within(rtol=0, atol=0)

    @staticmethod
    def best_or_its_place(probe: Probe, answer: Answer) -> bool:
        place = list(probe.given["candidates"]).index(probe.expected)
        return float(numbers(answer.value, ())) in (probe.expected, place, place + 1)

    @staticmethod
    def a_candidate(probe: Probe, answer: Answer) -> bool:
        return float(numbers(answer.value, ())) in probe.given["candidates"]

    criteria = (
        Criterion("the lowest BIC wins", 2, in_order, best_or_its_place,
            "With BIC as it is defined here, lower is better."),
        Criterion("a candidate is returned", 1, not_places, a_candidate,
            "The answer is a number of components from the list, not the place at which it "
            "stands there."),
        Criterion("any sequence of candidates", 2, any_sequence, best,
            "The candidates may come in any order, with gaps, without one, and without the "
            "number that made the data. Compare all of them and assume nothing."),
        Criterion("arguments are left alone", 0.5, in_order, unchanged("X", "candidates"),
            "The data or the list of candidates was changed in place."),
    )  # fmt: skip
