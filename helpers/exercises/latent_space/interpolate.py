"""Images (num_steps, d) along a straight line of codes."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.latent_space.asks import ExponentialDecoder
from helpers.exercises.latent_space.decoders import code, codes, network
from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
VALUES = (
    "codes are interpolated, not images",
    "both ends included",
    "steps of equal length",
)


def ask_about(rng: Rng, L: int, d: int, num_steps: int | None = 10) -> Probe:
    """Two codes that lie apart, neither of them at zero."""
    given: dict[str, Any] = network(rng, L, d)
    step = code(rng, L, 5.0)
    start = code(rng, L, 1.0) - 0.4 * step
    given |= {"z1": start, "z2": start + step}
    decoder = ExponentialDecoder(given["weights"], given["bias"])
    if num_steps is not None:
        given["num_steps"] = num_steps
    return Probe(given, reference.interpolate(decoder, start, start + step, num_steps or 10))


def ten(rng: Rng) -> list[Probe]:
    return [ask_about(rng, L, d) for L, d in ((2, 5), (3, 3), (4, 9))]


def other_numbers(rng: Rng) -> list[Probe]:
    cases = ((2, 5, 7), (3, 4, 2), (1, 3, 23), (1, 1, 3))
    return [ask_about(rng, *case) for case in cases]


def walks(rng: Rng) -> list[Probe]:
    """Ten steps and others. How many images come back is for ``as_many``."""
    return ten(rng) + other_numbers(rng)


def default(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 2, 4, None)]


def images_of(probe: Probe, answer: Answer) -> Array:
    """The images, (n, d); whether they are as many as asked is for ``as_many``."""
    return finite(answer.value, (len(answer.value), probe.expected.shape[1]))


def places(probe: Probe, answer: Answer) -> tuple[Array, float]:
    """How far along from z1 to z2 the images lie, (n,), and how far beside the line."""
    found = codes(probe.given, images_of(probe, answer))
    z1, z2 = probe.given["z1"], probe.given["z2"]
    alpha = (found - z1) @ (z2 - z1) / ((z2 - z1) @ (z2 - z1))
    beside = found - (z1 + alpha[:, None] * (z2 - z1))
    return alpha, float(np.abs(beside).max())


def straight(probe: Probe, answer: Answer) -> bool:
    """Images of different codes on the line, in order, wherever on it they lie."""
    alpha, beside = places(probe, answer)
    steps = np.diff(alpha)
    onwards = bool(np.all(steps > 1e-3) or np.all(steps < -1e-3))
    return beside < 1e-3 and steps.size > 0 and onwards


def even(probe: Probe, answer: Answer) -> bool:
    """Images of codes that follow each other at one distance, wherever they begin and lead."""
    steps = np.diff(codes(probe.given, images_of(probe, answer)), axis=0)
    return close(steps, np.tile(steps[0], (len(steps), 1)), rtol=0, atol=1e-3) and bool(
        steps[0].any()
    )


def varied(images: Array) -> bool:
    """Whether each image differs from the one before."""
    return bool(np.any(np.diff(images, axis=0), axis=1).all())


def ends(probe: Probe, answer: Answer) -> bool:
    """The images of both codes, and on the way from one to the other no image twice in a row."""
    images = images_of(probe, answer)
    return close(images[[0, -1]], probe.expected[[0, -1]], rtol=1e-3) and varied(images)


def as_many(probe: Probe, answer: Answer) -> bool:
    """So many images, all different."""
    return varied(finite(answer.value, probe.expected.shape))


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "codes are interpolated, not images",
            3,
            walks,
            straight,
            "Walk from one code to the other in latent space and decode what you pass. Fading one "
            "image into another never leaves pixel space.",
        ),
        Criterion(
            "both ends included",
            2,
            walks,
            ends,
            "The first image belongs to the first code, the last image to the second.",
        ),
        Criterion(
            "steps of equal length",
            1,
            walks,
            even,
            "The weight of the second code grows by the same amount from image to image.",
        ),
        Criterion(
            "as many images as steps",
            2,
            other_numbers,
            as_many,
            "The number of images is an argument; two is the smallest. Each image is one row.",
            needs=VALUES,
        ),
        Criterion(
            "ten steps unless told otherwise",
            0.5,
            default,
            as_many,
            "Without a third argument there are ten images.",
            needs=VALUES,
        ),
        Criterion(
            "codes are left alone",
            0.5,
            other_numbers,
            unchanged("z1", "z2"),
            "A code was changed in place. An operator such as += changes the caller's array.",
            needs=VALUES,
        ),
    ),
    due=form("images (num_steps, d)"),
    target="LatentSpaceExplorer",
)
