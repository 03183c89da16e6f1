"""How large an image is, and which way up. It builds on ``image_distance``."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form
from optics.reference import lenses as reference


def objects(rng: Rng) -> list[Probe]:
    """Objects on both sides of the focus."""
    f = rng.uniform(0.1, 0.5)
    distances = f * np.concatenate([rng.uniform(0.2, 0.8, size=3), rng.uniform(1.3, 4.0, size=4)])
    expected = reference.magnification(distances, f)
    return [Probe({"object_distance": distances, "focal_length": f}, expected)]


def as_large(probe: Probe, answer: Answer) -> bool:
    """The right size, whichever way up."""
    mine = numbers(answer.value, probe.expected.shape)
    return close(np.abs(mine), np.abs(probe.expected))


def right_way_up(probe: Probe, answer: Answer) -> bool:
    """The right signs, whatever the size."""
    mine = numbers(answer.value, probe.expected.shape)
    return np.array_equal(np.sign(mine), np.sign(probe.expected))


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "the size",
            2,
            objects,
            as_large,
            "Image and object are seen from the middle of the lens under the same angle: how do "
            "their sizes relate to their distances?",
        ),
        Criterion(
            "which way up",
            1,
            objects,
            right_way_up,
            "A real image is upside down, a virtual one upright: which sign has each?",
        ),
        Criterion(
            "the distances are left alone",
            0.5,
            objects,
            unchanged("object_distance"),
            "The distances were changed in place. Compute new ones instead.",
            needs=("the size", "which way up"),
        ),
    ),
    builds_on=("image_distance",),
    due=form("magnifications (n,)"),
)
