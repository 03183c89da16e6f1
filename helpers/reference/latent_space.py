"""Latent spaces: linear codes, walks among codes, and the evidence of a decoder.

Throughout, ``X`` is ``(n, d)``, codes ``Z`` are ``(n, L)``, and a decoder maps one code ``(L,)`` to
``(d,)`` or many ``(n, L)`` to ``(n, d)``. The linear decoder x = zW + b, with ``weights (L, d)``
and ``bias (d,)``, is the one whose evidence has a closed form.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

Array = NDArray[np.float64]
LOG_2PI = float(np.log(2 * np.pi))


class Decoder(Protocol):
    """A decoder that says how long its codes are."""

    n_latent: int

    def __call__(self, z: Array, /) -> Array: ...


def fit_pca(X: Array, n_latent: int) -> tuple[Array, Array, Array]:
    """Mean (d,), principal components (n_latent, d) and shares of the variance (n_latent,).

    The right singular vectors of the centred rows, largest first (Bishop 2006, sec. 12.1); a
    component's share is its squared singular value over the sum of all of them.
    """
    mean = X.mean(axis=0)
    _, singular, rows = np.linalg.svd(X - mean, full_matrices=False)
    variances = singular**2
    return mean, rows[:n_latent], variances[:n_latent] / variances.sum()


def encode(X: Array, mean: Array, components: Array) -> Array:
    """Coordinates (n, L) of the centred rows along orthonormal components."""
    return (X - mean) @ components.T


def decode(Z: Array, mean: Array, components: Array) -> Array:
    """Points (n, d) that have the coordinates ``Z``."""
    return mean + Z @ components


def interpolate(
    decoder: Callable[[Array], Array], z1: Array, z2: Array, num_steps: int = 10
) -> Array:
    """Images (num_steps, d) of the codes (1 − α) z1 + α z2, α from 0 to 1 in even steps."""
    alpha = np.linspace(0, 1, num_steps)[:, None]
    return decoder((1 - alpha) * z1 + alpha * z2)


def arithmetic(
    decoder: Callable[[Array], Array], z_base: Array, z_attribute: Array, alpha: float = 1.0
) -> Array:
    """Image (d,) of the code z_base + α z_attribute (Larsen et al. 2016)."""
    return decoder(z_base + alpha * z_attribute)


def attribute_direction(Z: Array, has_attribute: NDArray[np.bool_]) -> Array:
    """Mean code (L,) with the attribute minus mean code without it (White 2016)."""
    return Z[has_attribute].mean(axis=0) - Z[~has_attribute].mean(axis=0)


def log_densities(x: Array, means: Array, sigma: float) -> Array:
    """log N(x; mean, σ²I) = −½ (d log 2πσ² + ‖x − mean‖²/σ²) for every row of means, (n,)."""
    squares = np.square(x - means).sum(axis=1)
    return -0.5 * (len(x) * (LOG_2PI + 2 * np.log(sigma)) + squares / sigma**2)


def log_marginal_likelihood(
    x: Array, decoder: Decoder, sigma: float, n_samples: int, rng: np.random.Generator
) -> float:
    """Simple Monte Carlo estimate of log p(x), log 1/S Σ N(x; decode(z_s), σ²I) with z_s ~ N(0, I).

    The logarithm of an unbiased estimate; itself too low on average (Burda et al. 2016, theorem 1).
    """
    codes = rng.standard_normal((n_samples, decoder.n_latent))
    return float(logsumexp(log_densities(x, decoder(codes), sigma)) - np.log(n_samples))


def log_evidence(x: Array, weights: Array, bias: Array, sigma: float) -> float:
    """log p(x) of the linear decoder: x ~ N(b, WᵀW + σ²I) (Bishop 2006, eq. 12.35)."""
    covariance = weights.T @ weights + sigma**2 * np.eye(len(x))
    return float(multivariate_normal.logpdf(x, bias, covariance))


def relative_weights(x: Array, weights: Array, bias: Array, sigma: float) -> tuple[float, float]:
    """Variance and upper bound of N(x; decode(z), σ²I) / p(x) over the prior, linear decoder.

    N(x; m, σ²I)² = (4πσ²)^(−d/2) N(x; m, σ²/2 I), so the second moment is an evidence again.
    """
    log_p = log_evidence(x, weights, bias, sigma)
    half = log_evidence(x, weights, bias, sigma / np.sqrt(2))
    second = half - 0.5 * len(x) * (np.log(2) + LOG_2PI + 2 * np.log(sigma))
    top = -0.5 * len(x) * (LOG_2PI + 2 * np.log(sigma))
    return float(np.exp(second - 2 * log_p)) - 1, float(np.exp(top - log_p))
