"""Visible checks of section 02_lenses: small cases that one can do by hand."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from optics.checks import Line

Function = Callable[..., Any]
TWICE = np.array([0.4])  # an object at twice the focal length: its image is as far, and as large


def image_distance(function: Function) -> Iterator[Line]:
    """An object at twice the focal length."""
    mine = function(TWICE, 0.2)
    yield np.shape(mine) == (1,), "one distance for each object", "arrays in, arrays out"
    yield np.allclose(mine, TWICE), "an object at 2f", "1/b = 1/f − 1/(2f) = 1/(2f)"


def magnification(function: Function) -> Iterator[Line]:
    """The same object: its image is as large, and upside down."""
    mine = function(TWICE, 0.2)
    yield np.allclose(np.abs(mine), 1.0), "an object at 2f: as large", "b = g there"
    yield np.all(np.asarray(mine) < 0), "a real image is upside down", "which sign says so?"
