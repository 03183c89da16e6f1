"""Random mixtures, points and probes that the exercises of section 06 share."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise.compare import close
from nbjudge.exercise.draws import covariance
from nbjudge.exercise.exercise import Answer, Draw, Probe, Rng

Array = np.ndarray
PARAMETERS = ("weights", "means", "covariances")


def mixture(rng: Rng, K: int, d: int, weights: Any = None, apart: float = 1.5) -> Mixture:
    """A random mixture whose means lie about ``apart`` standard deviations from each other."""
    if weights is None:
        weights = rng.dirichlet(np.full(K, 8.0))
    means = rng.normal(scale=apart, size=(K, d)) + rng.normal(scale=3, size=d)
    covariances = np.array([covariance(rng, d) for _ in range(K)])
    return Mixture(np.asarray(weights, dtype=float), means, covariances)


def alike(rng: Rng, K: int, d: int, apart: float = 1.5) -> Mixture:
    """A random mixture of equal weights, so that forgotten weights cost one criterion.

    Unequal weights are probed by that criterion, everywhere else shapes and places are.
    """
    return mixture(rng, K, d, np.full(K, 1 / K), apart)


def points(rng: Rng, gmm: Mixture, n: int) -> Array:
    """Points where the components overlap: half drawn from the mixture, half between the means."""
    drawn, _ = reference.draw(gmm, n, rng)
    between = rng.dirichlet(np.ones(len(gmm.weights)), size=n) @ gmm.means
    return np.where((np.arange(n) % 2 == 0)[:, None], drawn, between + 0.3 * (drawn - between))


def far_points(rng: Rng, gmm: Mixture, n: int) -> Array:
    """Points at which every density underflows, between 60 and 90 standard deviations away."""
    direction = rng.normal(size=(n, gmm.means.shape[1]))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    return gmm.means.mean(axis=0) + direction * rng.uniform(90, 130, size=(n, 1))


def tiny(rng: Rng, K: int, d: int = 64) -> Mixture:
    """Components in ``d`` dimensions with variances near 1e-6: every determinant underflows."""
    shape = np.array([covariance(rng, d, scale=1e-6) for _ in range(K)])
    means = rng.normal(scale=2e-4, size=(K, d))
    return Mixture(np.full(K, 1 / K), means, shape)


def kept(*draws: Draw) -> Draw:
    """The probes of these, asked for the parameters that the mixture has afterwards."""

    def draw(rng: Rng) -> list[Probe]:
        probes = [probe for one in draws for probe in one(rng)]
        return [Probe({**p.given, "kept": True}, p.expected, p.ask) for p in probes]

    return draw


def left_alone(probe: Probe, answer: Answer) -> bool:
    """A test that nothing was changed in place, and that no parameter was replaced by another."""
    return not answer.changed and all(
        close(answer.value[name], probe.given[name], rtol=1e-12, atol=0) for name in PARAMETERS
    )


def results(value: Any) -> list[Any]:
    """The result of a question, unless it was for the parameters that were kept."""
    return [] if isinstance(value, dict) else [value]


def each_result(value: Any) -> list[Any]:
    """The results of several calls, unless the question was for the parameters."""
    return [] if isinstance(value, dict) else list(value)


def ask(gmm: Mixture, expected: Any, name: str = "", measured: bool = False, **more: Any) -> Probe:
    """A probe that sends the mixture's parameters, copied, and whatever else is given."""
    sent = {key: np.array(value) for key, value in gmm._asdict().items()}
    return Probe({**sent, **more}, expected, name, measured)
