"""The smallest M with p ≤ M q on a grid."""

from __future__ import annotations

import numpy as np

from helpers.exercises.sampling import asks as put
from helpers.exercises.sampling.densities import Density, flat, mixture, steps
from helpers.reference import sampling as reference
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(target: Density, scale: float, proposal: Density, grid: Array) -> Probe:
    expected = reference.rejection_constant(put.pdf(target, scale), put.pdf(proposal), grid)
    given = {"target": target, "scale": scale, "proposal": proposal, "grid": grid}
    return Probe(given, expected)


def tails(rng: Rng) -> list[Probe]:
    """The largest ratio is that of two tiny numbers, where the grid ends."""
    probes = []
    for scale in (1.0, float(rng.uniform(20, 50))):
        centre = float(rng.normal())
        target = mixture(rng, centre, 2.0, weight=0.5)
        grid = np.linspace(centre - 2, centre + float(rng.uniform(3.0, 3.5)), 301)
        probes.append(ask_about(target, scale, ("normal", centre, 0.25), grid))
    return probes


def ratios(rng: Rng) -> list[Probe]:
    """Normal proposals nearer to the lower peak; p is far from normalised, both ways."""
    probes = []
    for scale in (float(rng.uniform(0.01, 0.05)), 1.0, float(rng.uniform(20, 50))):
        target = mixture(rng, rng.normal(), 4.0, weight=0.5)
        broad = max(target[2:], key=lambda normal: normal[1])
        narrow = min(target[2:], key=lambda normal: normal[1])
        middle = 0.9 * narrow[0] + 0.1 * broad[0]
        grid = np.linspace(middle - 7, middle + 7, int(rng.integers(300, 600)))
        probes.append(ask_about(target, scale, ("normal", middle, 2.0), grid))
    return probes + tails(rng)


def both_vanish(rng: Rng) -> list[Probe]:
    """A grid that begins, goes on and ends where both densities are exactly zero."""
    probes = []
    for scale in (float(rng.uniform(0.1, 0.3)), float(rng.uniform(3, 6))):
        start = float(rng.normal())
        masses = rng.uniform(0.5, 2.0, size=3)
        target = steps(start, [0.4, 0.2, 0.3, 0.3], [masses[0], 0, *masses[1:]])
        proposal = steps(start, [0.4, 0.2, 0.6], [0.4, 0, 0.6])
        grid = np.linspace(start - 1, start + 2, 301) + 1e-4
        probes.append(ask_about(target, scale, proposal, grid))
    return probes


def any_grid(rng: Rng) -> list[Probe]:
    """Few points, in no order, that miss the peak; a proposal of density one."""
    target = mixture(rng, 0.0, 3.0, weight=0.4)
    points = rng.uniform(-2.0, 2.0, size=9)
    return [ask_about(target, 40.0, flat(-2.0, 1.0), -2 + np.abs(points[:n]) / 2) for n in (9, 1)]


near = within(rtol=2e-9, atol=0.0)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the largest ratio",
            2,
            ratios,
            near,
            "What has to fit under M times the proposal is the target itself: compare the two "
            "densities as they are, point by point, not their peaks.",
        ),
        Criterion(
            "points where both densities vanish",
            1,
            both_vanish,
            near,
            "Where both densities are zero there is nothing to cover. Leave such points out before "
            "you divide.",
        ),
        Criterion(
            "the grid as it is given",
            0.5,
            any_grid,
            near,
            "M is asked for on the points of this grid, however many they are and in whatever "
            "order.",
        ),
        Criterion(
            "the grid is left alone",
            0.5,
            any_grid,
            unchanged("grid"),
            "The grid was changed in place.",
            needs=(
                "the largest ratio",
                "points where both densities vanish",
                "the grid as it is given",
            ),
        ),
    ),
    due=form("M"),
)
