"""Measures of how good a generative model is, one pure function per quantity.

Throughout, ``probs`` is ``(n, k)``: a classifier's p(y|x), one row an image. Features are
``(n, d)``. Logarithms are natural.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import entr, rel_entr

Array = NDArray[np.float64]


def kl_divergence(p: Array, q: Array) -> Array:
    """KL(p‖q) = Σ p log(p/q) along the last axis; 0·log 0 is 0, p > 0 = q gives +inf.

    Kullback & Leibler 1951; conventions of Cover & Thomas 2006, eq. 2.26.
    """
    return rel_entr(p, q).sum(axis=-1)


def inception_score(probs: Array, splits: int = 10) -> tuple[float, float]:
    """Mean and population standard deviation of exp E_x KL(p(y|x)‖p(y)) over consecutive splits.

    Salimans et al. 2016, section 4; p(y) is the mean row of each split.
    """
    parts = np.array_split(probs, splits)
    scores = np.exp([kl_divergence(part, part.mean(axis=0)).mean() for part in parts])
    return float(scores.mean()), float(scores.std())


def mean_entropy(probs: Array) -> float:
    """Mean over images of −Σ p(y|x) log p(y|x) (Shannon 1948)."""
    return float(entr(probs).sum(axis=1).mean())


def square_root(covariance: Array) -> Array:
    """The symmetric positive semi-definite square root, singular or not."""
    values, vectors = np.linalg.eigh(covariance)
    return (vectors * np.sqrt(values.clip(min=0))) @ vectors.T


def overlap(sigma_r: Array, sigma_g: Array) -> float:
    """Tr (Σr Σg)^½, as the sum of the singular values of Σr^½ Σg^½.

    Those are real and not negative even if both covariances are singular, where the eigenvalues of
    Σr Σg, their squares in exact arithmetic, come out slightly negative or complex.
    """
    return float(np.linalg.norm(square_root(sigma_r) @ square_root(sigma_g), "nuc"))


def frechet_distance(mu_r: Array, sigma_r: Array, mu_g: Array, sigma_g: Array) -> float:
    """Squared Fréchet (2-Wasserstein) distance of two Gaussians, never below zero.

    ‖μr − μg‖² + Tr Σr + Tr Σg − 2 Tr (Σr Σg)^½ (Dowson & Landau 1982, eq. 4).
    """
    distance = np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r) + np.trace(sigma_g)
    return max(float(distance) - 2 * overlap(sigma_r, sigma_g), 0.0)


def fid(real_features: Array, generated_features: Array) -> float:
    """Fréchet distance of the Gaussians fitted to two sets of features (Heusel et al. 2017)."""
    real, generated = (
        (X.mean(axis=0), np.cov(X, rowvar=False)) for X in (real_features, generated_features)
    )
    return frechet_distance(*real, *generated)


def polynomial_kernel(X: Array, Y: Array) -> Array:
    """(x·y/d + 1)³ of every pair of rows, (n, m) (Bińkowski et al. 2018, section 4)."""
    return (X @ Y.T / X.shape[1] + 1) ** 3


def mean_off_diagonal(kernel: Array) -> float:
    """The mean of a square matrix without its diagonal."""
    n = len(kernel)
    return float((kernel.sum() - np.trace(kernel)) / (n * (n - 1)))


def kernel_inception_distance(real_features: Array, generated_features: Array) -> float:
    """Unbiased estimate of the squared maximum mean discrepancy (Gretton et al. 2012, eq. 3)."""
    within = [
        mean_off_diagonal(polynomial_kernel(X, X)) for X in (real_features, generated_features)
    ]
    return sum(within) - 2 * float(polynomial_kernel(real_features, generated_features).mean())
