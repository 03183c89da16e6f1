"""Likelihoods, estimates and a posterior in closed form, one pure function per quantity.

``data`` is ``(n,)``, ``X`` is ``(n, d)``. Everything stays in the log domain: a product of
densities is never formed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular

Array = NDArray[np.float64]
LOG_2PI = float(np.log(2 * np.pi))


def gaussian_log_likelihood(data: Array, mu: float, sigma: float) -> float:
    """Total log density of the data (n,) under N(mu, sigma²) (Bishop 2006, eq. 1.54)."""
    z = (data - mu) / sigma
    return float(-0.5 * z @ z - len(data) * (np.log(sigma) + 0.5 * LOG_2PI))


def gaussian_mle(data: Array) -> tuple[float, float]:
    """Mean and standard deviation that maximise the likelihood (Bishop 2006, eq. 1.55–1.56)."""
    return float(data.mean()), float(data.std(ddof=0))


def bernoulli_mle(data: NDArray[np.int64]) -> float:
    """The share of ones (Bishop 2006, eq. 2.7)."""
    return float(data.mean())


def multinomial_mle(counts: NDArray[np.int64]) -> Array:
    """The share of each category, (k,) → (k,) (Bishop 2006, eq. 2.33)."""
    return counts / counts.sum()


def mvn_log_pdf(X: Array, mean: Array, cov: Array) -> Array:
    """Log density of the rows of X (n, d) under N(mean, cov), (n,).

    −½ (d log 2π + log|Σ| + ‖L⁻¹(x − μ)‖²), with Σ = LLᵀ (Bishop 2006, eq. 2.43).
    Raises ``numpy.linalg.LinAlgError`` if ``cov`` is not positive definite.
    """
    factor = cholesky(cov, lower=True)
    whitened = solve_triangular(factor, (X - mean).T, lower=True)
    log_determinant = 2 * np.log(np.diag(factor)).sum()
    return -0.5 * (len(mean) * LOG_2PI + log_determinant + np.square(whitened).sum(axis=0))


def log_likelihood_surface(data: Array, mus: Array, sigmas: Array) -> Array:
    """``gaussian_log_likelihood`` at every pair, (b, a): a row a sigma, a column a mu.

    The data enter by two numbers, their mean and their scatter around it:
    Σ(x − mu)² = Σ(x − x̄)² + n (x̄ − mu)², so the grid costs nothing next to one pass over them.
    """
    n, mean = len(data), data.mean()
    squares = np.square(data - mean).sum() + n * (mus - mean) ** 2
    rows = sigmas[:, None]
    return -0.5 * squares / rows**2 - n * (np.log(rows) + 0.5 * LOG_2PI)


def gaussian_posterior(
    data: Array, sigma: float, prior_mean: float, prior_std: float
) -> tuple[float, float]:
    """Mean and standard deviation of mu given the data (n ≥ 0) (Bishop 2006, eq. 2.141–2.142)."""
    precision = len(data) / sigma**2 + 1 / prior_std**2
    mean = (data.sum() / sigma**2 + prior_mean / prior_std**2) / precision
    return float(mean), float(precision**-0.5)
