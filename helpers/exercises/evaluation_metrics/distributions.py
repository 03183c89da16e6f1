"""Random distributions that the exercises of section 05 share."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.exercise import Rng

Array = np.ndarray


def distributions(rng: Rng, *shape: int) -> Array:
    """Random distributions along the last axis, all entries well above zero."""
    weights = np.exp(rng.normal(scale=1.2, size=shape))
    return weights / weights.sum(axis=-1, keepdims=True)


def without(p: Array, *events: int) -> Array:
    """The distribution given that none of these events happens."""
    p = p.copy()
    p[..., list(events)] = 0.0
    return p / p.sum(axis=-1, keepdims=True)
