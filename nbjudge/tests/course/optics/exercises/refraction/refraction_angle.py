"""Snell's law: the angle at which a ray goes on behind a surface."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form
from optics.reference import refraction as reference


def rays(rng: Rng, n_from: float, n_to: float, sines: np.ndarray) -> Probe:
    """A question about rays whose refracted sines would be these (n,), from either side."""
    angle = np.arcsin(sines * n_to / n_from) * rng.choice([-1.0, 1.0], size=len(sines))
    expected = reference.refraction_angle(angle, n_from, n_to)
    return Probe({"angle": angle, "n_from": n_from, "n_to": n_to}, expected)


def passing(rng: Rng) -> list[Probe]:
    """Into the denser medium, and out of it below the critical angle."""
    thin, dense = rng.uniform(1.0, 1.3), rng.uniform(1.5, 2.4)
    into = rays(rng, thin, dense, rng.uniform(0.05, 0.95, size=7) * thin / dense)
    return [into, rays(rng, dense, thin, rng.uniform(0.05, 0.95, size=5))]


def around_critical(rng: Rng) -> list[Probe]:
    """Out of the denser medium, on both sides of the critical angle."""
    thin, dense = rng.uniform(1.0, 1.1), rng.uniform(1.5, 2.4)
    sines = rng.permutation([*rng.uniform(0.3, 0.97, size=3), *rng.uniform(1.03, 1.3, size=4)])
    return [rays(rng, dense, thin, sines)]


def nothing_passes(probe: Probe, answer: Answer) -> bool:
    """NaN where the reference has it, and nowhere else."""
    mine = numbers(answer.value, probe.expected.shape)
    return np.array_equal(np.isnan(mine), np.isnan(probe.expected))


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "Snell's law",
            3,
            passing,
            within(),
            "The product of refractive index and sine is the same on both sides: which of the two "
            "indices belongs to which angle?",
        ),
        Criterion(
            "total reflection",
            2,
            around_critical,
            nothing_passes,
            "Out of the denser medium a slanting ray may not pass at all, and no angle has a sine "
            "above one.",
        ),
        Criterion(
            "the angles are left alone",
            1,
            passing,
            unchanged("angle"),
            "The angles were changed in place. Compute a new array instead.",
            needs=("Snell's law", "total reflection"),
        ),
    ),
    due=form("angles (n,)"),
)
