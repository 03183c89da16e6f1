"""Random covariances that the exercises of section 05 share."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Rng

Array = np.ndarray
SINGULAR = 2e-3  # of the traces: single precision or a ridge of 1e-6 cost up to 5e-4 of them


def variances(rng: Rng, d: int) -> Array:
    """Between 0.3 and 10, evenly spread on a logarithmic scale, in random order."""
    return rng.permutation(np.geomspace(0.4, 8, d)) * rng.uniform(0.8, 1.2, size=d)


def along(directions: Array, scales: Array) -> Array:
    """The covariance with these principal axes (columns) and variances along them."""
    matrix = (directions * scales) @ directions.T
    return (matrix + matrix.T) / 2


def covariance(rng: Rng, d: int) -> Array:
    """A random covariance (d, d) with principal axes in any direction."""
    return along(orthonormal(rng, d, d).T, variances(rng, d))


def independent(rng: Rng, d: int) -> Array:
    """A diagonal covariance (d, d)."""
    return np.diag(variances(rng, d))


def singular(rng: Rng, n: int, d: int) -> Array:
    """The covariance (d, d) of n < d draws, whose features have variances above one."""
    return np.cov(rng.normal(size=(n, d)) * rng.uniform(1, 3, size=d), rowvar=False)


def thin(rng: Rng, d: int) -> Array:
    """A diagonal covariance with one long axis and one of almost no length."""
    return np.diag([rng.uniform(6, 9), rng.uniform(0.01, 0.05), *rng.uniform(1, 2, size=d - 2)])
