"""Walks among codes: interpolation, arithmetic, and the direction of an attribute.

The decoder probed is x = exp(zW + b) with orthonormal rows of W, so that an image tells its code,
and the average of two images is never the image of an average of codes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.latent_space.asks import ExponentialDecoder
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from helpers.reference import latent_space as reference

Array = np.ndarray


def network(rng: Rng, L: int, d: int) -> dict[str, Array]:
    """Parameters of a decoder whose images vary by factors, not by nuances."""
    return {"weights": orthonormal(rng, L, d), "bias": rng.uniform(-1, 1, size=d)}


def code(rng: Rng, L: int, size: float = 2.0) -> Array:
    """A random code (L,) about as long as ``size``."""
    direction = rng.normal(size=L)
    return rng.uniform(0.8, 1.2) * size * direction / np.linalg.norm(direction)


def codes(images: Array, probe: Probe) -> Array:
    """The codes (n, L) behind images (n, d); NaN for what is no image of the decoder."""
    weights, bias = probe.given["weights"], probe.given["bias"]
    with np.errstate(invalid="ignore", divide="ignore"):
        heights = np.log(images) - bias
    found = heights @ weights.T
    return np.where(np.abs(found @ weights - heights).max(axis=1) < 1e-3, found.T, np.nan).T


class Interpolate(Exercise):
    """Images (num_steps, d) along a straight line of codes."""

    name = "interpolate"
    points = 4
    target = "LatentSpaceExplorer"

    @staticmethod
    def probe(rng: Rng, L: int, d: int, num_steps: int | None = 10) -> Probe:
        """Two codes that lie apart, neither of them at zero."""
        given: dict[str, Any] = network(rng, L, d)
        step = code(rng, L, 5.0)
        start = code(rng, L, 1.0) - 0.4 * step
        given |= {"z1": start, "z2": start + step}
        decoder = ExponentialDecoder(given["weights"], given["bias"])
        if num_steps is not None:
            given["num_steps"] = num_steps
        return Probe(given, reference.interpolate(decoder, start, start + step, num_steps or 10))

    @staticmethod
    def ten(rng: Rng) -> list[Probe]:
        """Ten steps, so that a number that is ignored is held against one criterion alone."""
        return [Interpolate.probe(rng, L, d) for L, d in ((2, 5), (3, 3), (4, 9))]

    @staticmethod
    def other_numbers(rng: Rng) -> list[Probe]:
        cases = ((2, 5, 7), (3, 4, 2), (1, 3, 23), (1, 1, 3))
        return [Interpolate.probe(rng, *case) for case in cases]

    @staticmethod
    def default(rng: Rng) -> list[Probe]:
        return [Interpolate.probe(rng, 2, 4, None)]

    @staticmethod
    def images(probe: Probe, answer: Answer) -> Array:
        """The images, (n, d); whether they are as many as asked is for ``as_many``."""
        return finite(answer.value, (len(answer.value), probe.expected.shape[1]))

    @staticmethod
    def places(probe: Probe, answer: Answer) -> tuple[Array, float]:
        """How far along from z1 to z2 the images lie, (n,), and how far beside the line."""
        found = codes(Interpolate.images(probe, answer), probe)
        z1, z2 = probe.given["z1"], probe.given["z2"]
        alpha = (found - z1) @ (z2 - z1) / ((z2 - z1) @ (z2 - z1))
        beside = found - (z1 + alpha[:, None] * (z2 - z1))
        return alpha, float(np.abs(beside).max())

    @staticmethod
    def straight(probe: Probe, answer: Answer) -> bool:
        """Images of different codes on the line, in order, wherever on it they lie."""
        alpha, beside = Interpolate.places(probe, answer)
        steps = np.diff(alpha)
        onwards = bool(np.all(steps > 1e-3) or np.all(steps < -1e-3))
        return beside < 1e-3 and steps.size > 0 and onwards

    @staticmethod
    def even(probe: Probe, answer: Answer) -> bool:
        """Images on the line that follow each other at one distance, wherever they begin."""
        steps = np.diff(Interpolate.places(probe, answer)[0])
        return Interpolate.straight(probe, answer) and bool(np.ptp(steps) < 1e-3)

    @staticmethod
    def ends(probe: Probe, answer: Answer) -> bool:
        images = Interpolate.images(probe, answer)
        return close(images[[0, -1]], probe.expected[[0, -1]], rtol=1e-3)

    @staticmethod
    def as_many(probe: Probe, answer: Answer) -> bool:
        """So many images, all different."""
        images = finite(answer.value, probe.expected.shape)
        return bool(np.any(np.diff(images, axis=0), axis=1).all())

    criteria = (
        Criterion("codes are interpolated, not images", 3, ten, straight,
            "Walk from one code to the other in latent space and decode what you pass. Fading one "
            "image into another never leaves pixel space."),
        Criterion("both ends included", 2, ten, ends,
            "The first image belongs to the first code, the last image to the second."),
        Criterion("steps of equal length", 1, ten, even,
            "The weight of the second code grows by the same amount from image to image."),
        Criterion("as many images as steps", 2, other_numbers, as_many,
            "The number of images is an argument; two is the smallest. Each image is one row."),
        Criterion("ten steps unless told otherwise", 0.5, default, as_many,
            "Without a third argument there are ten images."),
        Criterion("codes are left alone", 0.5, other_numbers, unchanged("z1", "z2"),
            "A code was changed in place. An operator such as += changes the caller's array."),
    )  # fmt: skip


def row(value: Any, d: int) -> Array:
    """One row of numbers, (d,), also if it came with another axis of length one."""
    shape = np.shape(value)
    return finite(value, (1, d))[0] if shape == (1, d) else finite(value, (d,))


class Arithmetic(Exercise):
    """The image (d,) of a code that was moved along another."""

    name = "arithmetic"
    points = 2
    target = "LatentSpaceExplorer"

    @staticmethod
    def probe(rng: Rng, L: int, d: int, alpha: float | None = 1.0) -> Probe:
        given: dict[str, Any] = network(rng, L, d)
        given |= {"z_base": code(rng, L), "z_attribute": code(rng, L)}
        decoder = ExponentialDecoder(given["weights"], given["bias"])
        strength = 1.0 if alpha is None else alpha
        image = reference.arithmetic(decoder, given["z_base"], given["z_attribute"], strength)
        if alpha is not None:
            given["alpha"] = alpha
        return Probe(given, image)

    @staticmethod
    def once(rng: Rng) -> list[Probe]:
        """Strength one, so that a strength that is ignored is held against one criterion alone."""
        return [Arithmetic.probe(rng, L, d) for L, d in ((2, 5), (3, 3), (1, 4))]

    @staticmethod
    def strengths(rng: Rng) -> list[Probe]:
        alphas = (rng.uniform(0.3, 0.7), -rng.uniform(1.2, 1.8), rng.uniform(1.5, 2.0), 0.0)
        return [Arithmetic.probe(rng, 3, 5, float(alpha)) for alpha in alphas]

    @staticmethod
    def default(rng: Rng) -> list[Probe]:
        return [Arithmetic.probe(rng, 2, 4, None)]

    @staticmethod
    def near(probe: Probe, answer: Answer) -> bool:
        return close(row(answer.value, len(probe.expected)), probe.expected, rtol=1e-3)

    @staticmethod
    def near_or_images(probe: Probe, answer: Answer) -> bool:
        """Right, or images added at this strength, which another criterion judges."""
        given = probe.given
        decoder = ExponentialDecoder(given["weights"], given["bias"])
        base, attribute = decoder(given["z_base"]), decoder(given["z_attribute"])
        added = base + given.get("alpha", 1.0) * attribute
        got = row(answer.value, len(added))
        return Arithmetic.near(probe, answer) or close(got, added, rtol=1e-3)

    @staticmethod
    def one_image(probe: Probe, answer: Answer) -> bool:
        return finite(answer.value, probe.expected.shape).size > 0

    criteria = (
        Criterion("codes are added, not images", 2, once, near,
            "Add in latent space first, then decode the sum, once."),
        Criterion("the strength counts", 2, strengths, near_or_images,
            "The strength multiplies the attribute: it may be a fraction, zero or negative."),
        Criterion("strength one unless told otherwise", 0.5, default, near_or_images,
            "Without a third argument the attribute is added once."),
        Criterion("one image of d numbers", 0.5, once, one_image,
            "One code goes in as a plain row of numbers, and one image comes out the same way."),
        Criterion("codes are left alone", 0.5, strengths, unchanged("z_base", "z_attribute"),
            "A code was changed in place. An operator such as += changes the caller's array."),
    )  # fmt: skip


class AttributeDirection(Exercise):
    """From the mean code without an attribute to the mean code with it, (n_latent,)."""

    name = "attribute_direction"
    points = 2

    @staticmethod
    def probe(rng: Rng, n_with: int, n_without: int, L: int) -> Probe:
        """Codes far from zero, in two unequal and overlapping groups, in mixed order."""
        has = rng.permutation(np.repeat([True, False], [n_with, n_without]))
        Z = rng.normal(size=(len(has), L)) + np.outer(has, code(rng, L)) + code(rng, L, 5.0)
        return Probe({"Z": Z, "has_attribute": has}, reference.attribute_direction(Z, has))

    @staticmethod
    def groups(rng: Rng) -> list[Probe]:
        return [AttributeDirection.probe(rng, *c) for c in ((11, 30, 3), (25, 9, 2), (7, 20, 6))]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        return [AttributeDirection.probe(rng, *c) for c in ((1, 6, 3), (8, 1, 2), (4, 7, 1))]

    @staticmethod
    def along(probe: Probe, answer: Answer) -> float:
        """The answer as a multiple of the right direction; NaN if it points elsewhere."""
        wanted = probe.expected
        got = finite(answer.value, wanted.shape)
        multiple = float(got @ wanted / (wanted @ wanted))
        straight = close(got, multiple * wanted, rtol=0, atol=1e-3 * float(np.abs(got).max()))
        return multiple if straight and multiple else np.nan

    @staticmethod
    def parallel(probe: Probe, answer: Answer) -> bool:
        return bool(np.isfinite(AttributeDirection.along(probe, answer)))

    @staticmethod
    def forwards(probe: Probe, answer: Answer) -> bool:
        return AttributeDirection.along(probe, answer) > 0

    @staticmethod
    def full_length(probe: Probe, answer: Answer) -> bool:
        return close(abs(AttributeDirection.along(probe, answer)), 1.0, rtol=1e-3)

    criteria = (
        Criterion("a difference of mean codes", 3, groups, parallel,
            "A direction leads from one place to another: it is a difference between two mean "
            "codes, not a code."),
        Criterion("from without to with", 1.5, groups, forwards,
            "Adding the direction should add the attribute. Which mean is subtracted?"),
        Criterion("the mean of those without", 2, groups, full_length,
            "The mean to subtract is that of the codes without the attribute. The overall mean "
            "contains those with it, and stops halfway."),
        Criterion("small groups and short codes", 1, shapes, parallel,
            "A group may have a single member, and a code a single number."),
        Criterion("arguments are left alone", 0.5, groups, unchanged("Z", "has_attribute"),
            "An argument was changed in place."),
    )  # fmt: skip
