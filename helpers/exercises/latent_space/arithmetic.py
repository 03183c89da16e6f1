"""The image (d,) of a code that was moved along another."""

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
    "codes are added, not images",
    "the strength counts",
    "strength one unless told otherwise",
)


def row(value: Any, d: int) -> Array:
    """One row of numbers, (d,), also if it came with another axis of length one."""
    shape = np.shape(value)
    return finite(value, (1, d))[0] if shape == (1, d) else finite(value, (d,))


def codes_to_add(rng: Rng, L: int, d: int) -> dict[str, Any]:
    """A decoder and two codes."""
    return {**network(rng, L, d), "z_base": code(rng, L), "z_attribute": code(rng, L)}


def ask_about(given: dict[str, Any], alpha: float | None = 1.0) -> Probe:
    given = {name: array.copy() for name, array in given.items()}
    decoder = ExponentialDecoder(given["weights"], given["bias"])
    strength = 1.0 if alpha is None else alpha
    image = reference.arithmetic(decoder, given["z_base"], given["z_attribute"], strength)
    if alpha is not None:
        given["alpha"] = alpha
    return Probe(given, image)


def once(rng: Rng) -> list[Probe]:
    """Strength one, so that a strength that is ignored is counted against one criterion alone."""
    return [ask_about(codes_to_add(rng, L, d)) for L, d in ((2, 5), (3, 3), (1, 4))]


def strengths(rng: Rng) -> list[Probe]:
    """One pair of codes at four strengths."""
    alphas = (rng.uniform(0.3, 0.7), -rng.uniform(1.2, 1.8), rng.uniform(1.5, 2.0), 0.0)
    given = codes_to_add(rng, 3, 5)
    return [ask_about(given, float(alpha)) for alpha in alphas]


def default(rng: Rng) -> list[Probe]:
    return [ask_about(codes_to_add(rng, 2, 4), None)]


def near(probe: Probe, answer: Answer) -> bool:
    return close(row(answer.value, len(probe.expected)), probe.expected, rtol=1e-3)


def near_or_images(probe: Probe, answer: Answer) -> bool:
    """Right, or images added at this strength, which another criterion judges."""
    given = probe.given
    decoder = ExponentialDecoder(given["weights"], given["bias"])
    base, attribute = decoder(given["z_base"]), decoder(given["z_attribute"])
    added = base + given.get("alpha", 1.0) * attribute
    got = row(answer.value, len(added))
    return near(probe, answer) or close(got, added, rtol=1e-3)


def in_proportion(probes: list[Probe], answers: list[Answer]) -> bool:
    """Codes moved along the attribute as far as the strength says; which way is for ``near``."""
    given = probes[0].given
    alphas, attribute = np.array([p.given["alpha"] for p in probes]), given["z_attribute"]
    images = [row(a.value, len(p.expected)) for p, a in zip(probes, answers, strict=True)]
    moves = codes(given, np.array(images)) - given["z_base"]
    unit = alphas @ moves / (alphas @ alphas)
    along = (unit @ attribute) / (attribute @ attribute)
    straight = close(moves, np.outer(alphas, along * attribute), rtol=0, atol=1e-3)
    return straight and abs(along) > 1e-2


def strong(probes: list[Probe], answers: list[Answer]) -> bool:
    added = [near_or_images(p, a) for p, a in zip(probes, answers, strict=True)]
    return all(added) or in_proportion(probes, answers)


def one_image(probe: Probe, answer: Answer) -> bool:
    return finite(answer.value, probe.expected.shape).size > 0


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "codes are added, not images",
            2,
            once,
            near,
            "Add in latent space first, then decode the sum, once.",
        ),
        Criterion(
            "the strength counts",
            2,
            strengths,
            strong,
            "The strength multiplies the attribute: it may be a fraction, zero or negative.",
            together=True,
        ),
        Criterion(
            "strength one unless told otherwise",
            0.5,
            default,
            near_or_images,
            "Without a third argument the attribute is added once.",
        ),
        Criterion(
            "one image of d numbers",
            0.5,
            once,
            one_image,
            "One code goes in as a plain row of numbers, and one image comes out the same way.",
            needs=VALUES,
        ),
        Criterion(
            "codes are left alone",
            0.5,
            strengths,
            unchanged("z_base", "z_attribute"),
            "A code was changed in place. An operator such as += changes the caller's array.",
            needs=VALUES,
        ),
    ),
    due=form("image (d,)"),
    target="LatentSpaceExplorer",
)
