"""The graded answers of section 01_refraction."""

from __future__ import annotations

import numpy as np

Array = np.ndarray


def refraction_angle(angle: Array, n_from: float, n_to: float) -> Array:
    """Angles (n,) to the normal behind a surface, by Snell's law; NaN where no light passes."""
    sine = n_from / n_to * np.sin(angle)
    passes = np.abs(sine) <= 1
    return np.where(passes, np.arcsin(np.where(passes, sine, 0.0)), np.nan)
