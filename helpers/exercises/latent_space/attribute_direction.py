"""From the mean code without an attribute to the mean code with it, (n_latent,)."""

from __future__ import annotations

import numpy as np

from helpers.exercises.latent_space.decoders import code
from helpers.reference import latent_space as reference
from nbjudge.exercise.compare import close, finite
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(rng: Rng, n_with: int, n_without: int, L: int) -> Probe:
    """Codes far from zero, in two unequal and overlapping groups, in mixed order."""
    has = rng.permutation(np.repeat([True, False], [n_with, n_without]))
    Z = rng.normal(size=(len(has), L)) + np.outer(has, code(rng, L)) + code(rng, L, 5.0)
    return Probe({"Z": Z, "has_attribute": has}, reference.attribute_direction(Z, has))


def groups(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *c) for c in ((11, 30, 3), (25, 9, 2), (7, 20, 6))]


def shapes(rng: Rng) -> list[Probe]:
    return [ask_about(rng, *c) for c in ((1, 6, 3), (8, 1, 2), (4, 7, 1))]


def along(probe: Probe, answer: Answer) -> float:
    """The answer as a multiple of the right direction; NaN if it points elsewhere."""
    wanted = probe.expected
    got = finite(answer.value, wanted.shape)
    multiple = float(got @ wanted / (wanted @ wanted))
    straight = close(got, multiple * wanted, rtol=0, atol=1e-3 * float(np.abs(got).max()))
    return multiple if straight and multiple else np.nan


def parallel(probe: Probe, answer: Answer) -> bool:
    return bool(np.isfinite(along(probe, answer)))


def forwards(probe: Probe, answer: Answer) -> bool:
    return along(probe, answer) > 0


def full_length(probe: Probe, answer: Answer) -> bool:
    return close(abs(along(probe, answer)), 1.0, rtol=1e-3)


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "a difference of mean codes",
            3,
            groups,
            parallel,
            "A direction leads from one place to another: it is a difference between two mean "
            "codes, not a code.",
        ),
        Criterion(
            "from without to with",
            1.5,
            groups,
            forwards,
            "Adding the direction should add the attribute. Which mean is subtracted?",
        ),
        Criterion(
            "the mean of those without",
            2,
            groups,
            full_length,
            "The mean to subtract is that of the codes without the attribute. The overall mean "
            "contains those with it, and stops halfway.",
        ),
        Criterion(
            "small groups and short codes",
            1,
            shapes,
            parallel,
            "A group may have a single member, and a code a single number.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            groups,
            unchanged("Z", "has_attribute"),
            "An argument was changed in place.",
            needs=(
                "a difference of mean codes",
                "from without to with",
                "the mean of those without",
                "small groups and short codes",
            ),
        ),
    ),
    due=form("direction (n_latent,)"),
)
