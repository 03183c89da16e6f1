"""The thin lens: where it forms the image of an object."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.compare import numbers
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form
from optics.reference import lenses as reference


def objects(distances: np.ndarray, focal_length: float) -> Probe:
    """A question about objects at these distances (n,)."""
    expected = reference.image_distance(distances, focal_length)
    return Probe({"object_distance": distances, "focal_length": focal_length}, expected)


def beyond_focus(rng: Rng) -> list[Probe]:
    f = rng.uniform(0.1, 0.5)
    return [objects(f * rng.uniform(1.2, 5.0, size=n), f) for n in (1, 6)]


def virtual(rng: Rng) -> list[Probe]:
    """Objects within the focal length, and before a lens that spreads light."""
    f = rng.uniform(0.1, 0.5)
    inside = objects(f * rng.uniform(0.1, 0.9, size=4), f)
    return [inside, objects(rng.uniform(0.1, 2.0, size=4), -f)]


def in_focus(rng: Rng) -> list[Probe]:
    f = float(rng.choice([0.125, 0.25, 0.5]))  # whose inverses are exact
    return [objects(np.full(2, f), f)]


def far_away(probe: Probe, answer: Answer) -> bool:
    """Infinity, on whichever side."""
    return bool(np.isinf(numbers(answer.value, probe.expected.shape)).all())


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "real images",
            2,
            beyond_focus,
            within(),
            "Solve 1/f = 1/g + 1/b for b, with the object's distance for g.",
        ),
        Criterion(
            "virtual images",
            2,
            virtual,
            within(),
            "An image in front of the lens has a negative distance, and so has the focus of a lens "
            "that spreads light.",
        ),
        Criterion(
            "an object in the focus",
            1,
            in_focus,
            far_away,
            "Rays from the focus leave the lens parallel: how far away do they meet?",
            needs=("real images", "virtual images"),
        ),
        Criterion(
            "the distances are left alone",
            1,
            beyond_focus,
            unchanged("object_distance"),
            "The distances were changed in place. Compute new ones instead.",
            needs=("real images", "virtual images"),
        ),
    ),
    due=form("image distances (n,)"),
)
