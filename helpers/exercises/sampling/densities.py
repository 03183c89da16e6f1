"""What the judge knows about the densities of section 03: where they are, and draws from them.

A density is a tuple, as it is sent: the name of its family and the parameters.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import stats

from nbjudge.exercise.exercise import Rng

Array = np.ndarray
Density = tuple[Any, ...]


def mixture(rng: Rng, centre: float, apart: float, weight: float) -> Density:
    """Two normals of different widths, their means on both sides of the centre."""
    deviations = rng.uniform(0.3, 0.4), rng.uniform(0.5, 0.6)
    half = 0.5 * apart * rng.choice([-1.0, 1.0])
    means = float(centre - half), float(centre + half)
    return ("mixture", weight, (means[0], deviations[0]), (means[1], deviations[1]))


def elsewhere(rng: Rng) -> float:
    """A place that proposals around zero do not reach."""
    return float(rng.choice([-1.0, 1.0]) * rng.uniform(25, 50))


def gumbel(rng: Rng) -> Density:
    return ("gumbel", elsewhere(rng), float(rng.uniform(0.5, 2.0)))


def steps(start: float, widths: Any, masses: Any) -> Density:
    """Constant pieces of these widths and probabilities, from ``start`` on; zero is a gap."""
    edges = start + np.concatenate([[0.0], np.cumsum(widths)])
    heights = np.asarray(masses) / np.asarray(widths) / np.sum(masses)
    return ("steps", tuple(edges.tolist()), tuple(heights.tolist()))


def flat(start: float, width: float) -> Density:
    return steps(float(start), [width], [1.0])


def cdf(density: Density) -> Any:
    """The distribution function of a mixture, Gumbel or step density."""
    family, *parameters = density
    if family == "mixture":
        weight, first, second = parameters
        one, two = stats.norm(*first), stats.norm(*second)
        return lambda x: weight * one.cdf(x) + (1 - weight) * two.cdf(x)
    if family == "gumbel":
        return stats.gumbel_r(*parameters).cdf
    edges, heights = np.array(parameters[0]), np.array(parameters[1])
    sums = np.concatenate([[0.0], np.cumsum(heights * np.diff(edges))])
    return lambda x: np.interp(x, edges, sums)


def draws(density: Density, n: int, rng: Rng) -> tuple[float, ...]:
    """Exact draws, to start chains where they are at home."""
    family, first, second = density
    if family == "gumbel":
        return tuple(rng.gumbel(first, second, size=n).tolist())
    edges, heights = np.array(first), np.array(second)
    places = rng.choice(len(heights), size=n, p=heights * np.diff(edges))
    return tuple((edges[places] + rng.random(n) * np.diff(edges)[places]).tolist())


def pieces(density: Density, x: Array) -> Array:
    """The number of the step that each point lies on; −1 and above the last are outside."""
    return np.searchsorted(density[1], x, side="right") - 1
