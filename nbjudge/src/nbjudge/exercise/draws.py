"""Random matrices that exercises of several sections draw."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.exercise import Rng

Array = np.ndarray


def orthonormal(rng: Rng, n: int, d: int) -> Array:
    """Random orthonormal rows (n, d)."""
    rows: Array = np.linalg.qr(rng.normal(size=(d, n)))[0].T
    return rows


def covariance(rng: Rng, d: int, scale: float = 1.0) -> Array:
    """A random covariance (d, d) with clear correlations and eigenvalues near ``scale``."""
    axes = orthonormal(rng, d, d).T
    matrix: Array = scale * (axes * rng.uniform(0.4, 2.0, size=d)) @ axes.T
    return matrix
