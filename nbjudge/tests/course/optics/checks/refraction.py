"""Visible checks of section 01_refraction: small cases that one can do by hand."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from optics.checks import Line

Function = Callable[..., Any]


def refraction_angle(function: Function) -> Iterator[Line]:
    """Straight through, and from 30° in glass."""
    mine = function(np.array([0.0, np.pi / 6]), 1.5, 1.0)
    yield np.allclose(mine[0], 0.0), "what comes straight in goes straight on", "sin 0 = 0"
    expected = np.arcsin(1.5 * 0.5)
    yield np.allclose(mine[1], expected), "from 30° in glass", "sin 30° = 1/2, and 1.5 / 2 = 0.75"
