"""Random directions and finite answers, which the exercises of section 04 share."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.grading.compare import OddAnswerError, numbers
from helpers.grading.exercise import Rng

Array = np.ndarray


def orthonormal(rng: Rng, n: int, d: int) -> Array:
    """Random orthonormal rows (n, d)."""
    return np.linalg.qr(rng.normal(size=(d, n)))[0].T


def finite(value: Any, shape: tuple[int, ...]) -> Array:
    """The answer as float64 of exactly this shape, if every number is finite."""
    array = numbers(value, shape)
    if not np.isfinite(array).all():
        raise OddAnswerError("numbers that are not finite")
    return array
