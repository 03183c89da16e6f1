"""The graded answers of section 02_lenses."""

from __future__ import annotations

import numpy as np

Array = np.ndarray


def image_distance(object_distance: Array, focal_length: float) -> Array:
    """Where thin lenses form the images of objects (n,); negative in front of the lens."""
    with np.errstate(divide="ignore"):
        return focal_length * object_distance / (object_distance - focal_length)


def magnification(object_distance: Array, focal_length: float) -> Array:
    """How large the images of objects (n,) are; negative if they are upside down."""
    return -image_distance(object_distance, focal_length) / object_distance
