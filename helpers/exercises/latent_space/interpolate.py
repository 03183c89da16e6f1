"""Images (num_steps, d) along a straight line of codes."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.latent_space.asks import ExponentialDecoder
from helpers.exercises.latent_space.decoders import code, network
from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng

Array = np.ndarray


def codes(images: Array, probe: Probe) -> Array:
    """The codes (n, L) behind images (n, d); NaN for what is no image of the decoder."""
    weights, bias = probe.given["weights"], probe.given["bias"]
    with np.errstate(invalid="ignore", divide="ignore"):
        heights = np.log(images) - bias
    found = heights @ weights.T
    return np.where(np.abs(found @ weights - heights).max(axis=1) < 1e-3, found.T, np.nan).T


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
    """Ten steps, so that a number that is ignored is counted against one criterion alone."""
    return [ask_about(rng, L, d) for L, d in ((2, 5), (3, 3), (4, 9))]


def other_numbers(rng: Rng) -> list[Probe]:
    cases = ((2, 5, 7), (3, 4, 2), (1, 3, 23), (1, 1, 3))
    return [ask_about(rng, *case) for case in cases]


def default(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 2, 4, None)]


def images_of(probe: Probe, answer: Answer) -> Array:
    """The images, (n, d); whether they are as many as asked is for ``as_many``."""
    return finite(answer.value, (len(answer.value), probe.expected.shape[1]))


def places(probe: Probe, answer: Answer) -> tuple[Array, float]:
    """How far along from z1 to z2 the images lie, (n,), and how far beside the line."""
    found = codes(images_of(probe, answer), probe)
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
    """Images on the line that follow each other at one distance, wherever they begin."""
    steps = np.diff(places(probe, answer)[0])
    return straight(probe, answer) and bool(np.ptp(steps) < 1e-3)


def ends(probe: Probe, answer: Answer) -> bool:
    images = images_of(probe, answer)
    return close(images[[0, -1]], probe.expected[[0, -1]], rtol=1e-3)


def as_many(probe: Probe, answer: Answer) -> bool:
    """So many images, all different."""
    images = finite(answer.value, probe.expected.shape)
    return bool(np.any(np.diff(images, axis=0), axis=1).all())


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "codes are interpolated, not images",
            3,
            ten,
            straight,
            "Walk from one code to the other in latent space and decode what you pass. Fading one "
            "image into another never leaves pixel space.",
        ),
        Criterion(
            "both ends included",
            2,
            ten,
            ends,
            "The first image belongs to the first code, the last image to the second.",
        ),
        Criterion(
            "steps of equal length",
            1,
            ten,
            even,
            "The weight of the second code grows by the same amount from image to image.",
        ),
        Criterion(
            "as many images as steps",
            2,
            other_numbers,
            as_many,
            "The number of images is an argument; two is the smallest. Each image is one row.",
        ),
        Criterion(
            "ten steps unless told otherwise",
            0.5,
            default,
            as_many,
            "Without a third argument there are ten images.",
        ),
        Criterion(
            "codes are left alone",
            0.5,
            other_numbers,
            unchanged("z1", "z2"),
            "A code was changed in place. An operator such as += changes the caller's array.",
        ),
    ),
    target="LatentSpaceExplorer",
)
