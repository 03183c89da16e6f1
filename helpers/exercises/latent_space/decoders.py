"""Codes, and the decoder that walks among them are probed with: x = exp(zW + b).

Its rows of W are orthonormal, so that an image tells its code, and the average of two images is
never the image of an average of codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.exercise import Rng

Array = np.ndarray


def network(rng: Rng, L: int, d: int) -> dict[str, Array]:
    """Parameters of a decoder whose images vary by factors, not by nuances."""
    return {"weights": orthonormal(rng, L, d), "bias": rng.uniform(-1, 1, size=d)}


def code(rng: Rng, L: int, size: float = 2.0) -> Array:
    """A random code (L,) about as long as ``size``."""
    direction = rng.normal(size=L)
    return rng.uniform(0.8, 1.2) * size * direction / np.linalg.norm(direction)


def codes(given: Mapping[str, Any], images: Array) -> Array:
    """The codes (n, L) behind images (n, d); NaN for what is no image of the decoder."""
    weights, bias = given["weights"], given["bias"]
    with np.errstate(invalid="ignore", divide="ignore"):
        heights = np.log(images) - bias
        found = heights @ weights.T
        beside = np.abs(found @ weights - heights).max(axis=1)
    return np.where(beside < 1e-3, found.T, np.nan).T
