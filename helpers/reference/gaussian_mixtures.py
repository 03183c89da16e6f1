"""Gaussian mixtures in the log domain, one pure function per quantity.

Throughout, ``X`` is ``(n, d)`` and a mixture is the triple ``weights (K,)``, ``means (K, d)``,
``covariances (K, d, d)``. Every density goes through a Cholesky factor and is never
exponentiated before it is normalised, so 64-dimensional digits are no different from a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.special import logsumexp

if TYPE_CHECKING:
    from torch import Tensor

Array = NDArray[np.float64]
LOG_2PI = float(np.log(2 * np.pi))
COVARIANCE_TYPES = ("full", "tied", "diag", "spherical")


class Mixture(NamedTuple):
    """Parameters of a Gaussian mixture: weights (K,), means (K, d), covariances (K, d, d)."""

    weights: Array
    means: Array
    covariances: Array


class Statistics(NamedTuple):
    """Running sums of online EM: N_k (K,), Σγx (K, d) and Σγxxᵀ (K, d, d)."""

    counts: Array
    sums: Array
    outer: Array


def log_gaussians(X: Array, means: Array, covariances: Array) -> Array:
    """Log density of every point under every component, (n, K).

    log N(x; μ, Σ) = −½ (d log 2π + log|Σ| + ‖L⁻¹(x − μ)‖²), with Σ = LLᵀ (Bishop 2006, eq. 2.43).
    Raises ``numpy.linalg.LinAlgError`` if a covariance is not positive definite.
    """
    n, d = X.shape
    log_densities = np.empty((n, len(means)))
    for k, (mean, covariance) in enumerate(zip(means, covariances, strict=True)):
        factor = cholesky(covariance, lower=True)
        whitened = solve_triangular(factor, (X - mean).T, lower=True, check_finite=False)
        log_determinant = 2 * np.log(np.diag(factor)).sum()
        squares = np.einsum("dn,dn->n", whitened, whitened)
        log_densities[:, k] = -0.5 * (d * LOG_2PI + log_determinant + squares)
    return log_densities


def log_joint(X: Array, mixture: Mixture) -> Array:
    """log π_k + log N(x; μ_k, Σ_k) for every point and component, (n, K)."""
    with np.errstate(divide="ignore"):  # a component of weight zero is legal: log 0 = −inf
        log_weights = np.log(mixture.weights)
    return log_gaussians(X, mixture.means, mixture.covariances) + log_weights


def log_prob(X: Array, mixture: Mixture) -> Array:
    """log p(x) of every point, (n,) (Bishop 2006, eq. 9.7)."""
    return logsumexp(log_joint(X, mixture), axis=1)


def log_likelihood(X: Array, mixture: Mixture) -> float:
    """Total log-likelihood of the data (Bishop 2006, eq. 9.14)."""
    return float(log_prob(X, mixture).sum())


def expect(X: Array, mixture: Mixture) -> tuple[Array, float]:
    """The E-step: responsibilities (n, K) and, for free, the total log-likelihood."""
    joint = log_joint(X, mixture)
    top = joint.max(axis=1, keepdims=True)
    gamma = np.exp(joint - top)
    total = gamma.sum(axis=1, keepdims=True)
    gamma /= total
    return gamma, float((top + np.log(total)).sum())


def responsibilities(X: Array, mixture: Mixture) -> Array:
    """p(component k | x), (n, K), rows sum to one (Bishop 2006, eq. 9.23)."""
    return expect(X, mixture)[0]


def maximize(X: Array, gamma: Array) -> Mixture:
    """The M-step: parameters that maximise the expected log-likelihood (Bishop 2006, 9.24–9.26)."""
    counts = gamma.sum(axis=0)
    means = gamma.T @ X / counts[:, None]
    covariances = np.empty((len(counts), X.shape[1], X.shape[1]))
    for k, mean in enumerate(means):
        weighted = np.sqrt(gamma[:, k, None]) * (X - mean)
        covariances[k] = weighted.T @ weighted / counts[k]
    return Mixture(counts / len(X), means, covariances)


def em(X: Array, start: Mixture, n_iterations: int) -> tuple[Mixture, list[float]]:
    """Run EM from ``start``; the mixture and the log-likelihood before each M-step and at the end.

    One density evaluation an iteration: the history has ``n_iterations + 1`` entries.
    """
    mixture, history = start, []
    for _ in range(n_iterations):
        gamma, total = expect(X, mixture)
        history.append(total)
        mixture = maximize(X, gamma)
    return mixture, [*history, log_likelihood(X, mixture)]


def draw(
    mixture: Mixture, n_samples: int, rng: np.random.Generator
) -> tuple[Array, NDArray[np.int64]]:
    """Ancestral sampling: points (n, d) and the component each came from (n,)."""
    labels = rng.choice(len(mixture.weights), size=n_samples, p=mixture.weights)
    factors = np.linalg.cholesky(mixture.covariances)
    noise = rng.standard_normal((n_samples, mixture.means.shape[1]))
    return mixture.means[labels] + np.einsum("nij,nj->ni", factors[labels], noise), labels


def n_parameters(n_components: int, n_features: int, covariance_type: str) -> int:
    """Free parameters of a mixture: K − 1 weights, K·D means, and the covariances.

    Raises ``ValueError`` for a covariance type other than full, tied, diag or spherical.
    """
    K, D = n_components, n_features
    covariance = {
        "full": K * D * (D + 1) // 2,
        "tied": D * (D + 1) // 2,
        "diag": K * D,
        "spherical": K,
    }
    if covariance_type not in covariance:
        raise ValueError(f"covariance_type is one of {COVARIANCE_TYPES}, not {covariance_type!r}")
    return K - 1 + K * D + covariance[covariance_type]


def bic(X: Array, mixture: Mixture) -> float:
    """Bayesian information criterion, −2 log L + k log n, lower is better (Schwarz 1978)."""
    n, d = X.shape
    k = n_parameters(len(mixture.weights), d, "full")
    return float(-2 * log_likelihood(X, mixture) + k * np.log(n))


def conditional(mixture: Mixture, condition: Array) -> Mixture:
    """The mixture of the unknown coordinates (NaN in ``condition`` (d,)) given the known ones.

    Weights become π_k N(x_o; μ_k,o, Σ_k,oo), normalised; means μ_u + Σ_uo Σ_oo⁻¹ (x_o − μ_o);
    covariances Σ_uu − Σ_uo Σ_oo⁻¹ Σ_ou (Bishop 2006, eq. 2.81–2.82).
    """
    unknown = np.isnan(condition)
    known = ~unknown
    weights, means, covariances = mixture
    seen = Mixture(weights, means[:, known], covariances[:, known][:, :, known])
    posterior = responsibilities(condition[known][None], seen)[0] if known.any() else weights
    new_means, new_covariances = [], []
    for mean, covariance in zip(means, covariances, strict=True):
        cross = covariance[np.ix_(unknown, known)]
        gain = np.linalg.solve(covariance[np.ix_(known, known)], cross.T).T
        new_means.append(mean[unknown] + gain @ (condition - mean)[known])
        new_covariances.append(covariance[np.ix_(unknown, unknown)] - gain @ cross.T)
    return Mixture(posterior, np.array(new_means), np.array(new_covariances))


def accumulate(sums: Statistics | None, batch: Array, gamma: Array) -> Statistics:
    """Add one batch's sufficient statistics to the running sums (Neal & Hinton 1998)."""
    new = Statistics(
        gamma.sum(axis=0), gamma.T @ batch, np.einsum("nk,ni,nj->kij", gamma, batch, batch)
    )
    return new if sums is None else Statistics(*(a + b for a, b in zip(sums, new, strict=True)))


def from_statistics(sums: Statistics) -> Mixture:
    """The M-step written with running sums."""
    counts, first, second = sums
    means = first / counts[:, None]
    covariances = second / counts[:, None, None] - np.einsum("ki,kj->kij", means, means)
    return Mixture(counts / counts.sum(), means, covariances)


def online_em(start: Mixture, batches: Iterable[Array]) -> list[Mixture]:
    """The mixture after each batch of a stream, by incremental EM."""
    mixture, sums, path = start, None, []
    for batch in batches:
        sums = accumulate(sums, batch, responsibilities(batch, mixture))
        mixture = from_statistics(sums)
        path.append(mixture)
    return path


def torch_log_prob(X: Tensor, weights: Tensor, means: Tensor, covariances: Tensor) -> Tensor:
    """log p(x), (n,), differentiable in every argument."""
    import torch  # takes seconds, and no other section needs it

    factors = torch.linalg.cholesky(covariances)
    difference = (X[:, None] - means).unsqueeze(-1)  # (n, K, d, 1)
    whitened = torch.linalg.solve_triangular(factors, difference, upper=False).squeeze(-1)
    log_determinant = 2 * factors.diagonal(dim1=-2, dim2=-1).log().sum(-1)
    log_densities = -0.5 * (X.shape[1] * LOG_2PI + log_determinant + whitened.square().sum(-1))
    return torch.logsumexp(log_densities + weights.log(), dim=1)
