"""Random matrices that exercises of several sections draw, and questions about a generator."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.exercise import Probe, Rng

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


def thrice(probe: Probe) -> list[Probe]:
    """A question, the same again, and the same with another ``seed``.

    Who draws from the generator that is passed, and from nothing else, answers the first two alike.
    """
    other = {**probe.given, "seed": probe.given["seed"] + 1}
    return [Probe(dict(given), probe.expected) for given in (probe.given, probe.given, other)]
