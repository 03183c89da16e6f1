"""(Σw)² / Σw² of weights that need not be normalised."""

from __future__ import annotations

import numpy as np

from helpers.reference import sampling as reference
from nbjudge.exercise.criteria import unchanged, within
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form


def weights(rng: Rng, total: float) -> Probe:
    """Random weights of this sum, one in five of them zero."""
    raw = rng.gamma(0.8, size=int(rng.integers(15, 40)))
    raw[rng.permutation(len(raw))[: len(raw) // 5]] = 0.0
    weights = raw * (total / raw.sum())
    return Probe({"weights": weights.copy()}, reference.effective_sample_size(weights))


def normalised(rng: Rng) -> list[Probe]:
    one = np.array([1.0])
    return [weights(rng, 1.0), weights(rng, 1.0), Probe({"weights": one}, 1.0)]


def unnormalised(rng: Rng) -> list[Probe]:
    """Also so small that a constant added to the sum of squares would outweigh it."""
    return [weights(rng, total) for total in (0.02, 37.0, 1e-12)]


near = within()


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "normalised weights",
            1,
            normalised,
            near,
            "Compare the square of the sum with the sum of the squares.",
        ),
        Criterion(
            "weights of any scale",
            1,
            unnormalised,
            near,
            "The weights need not sum to one, and multiplying them all by a number does not "
            "change what they are worth.",
        ),
        Criterion(
            "the weights are left alone",
            0.5,
            unnormalised,
            unchanged("weights"),
            "The weights were changed in place.",
            needs=("normalised weights", "weights of any scale"),
        ),
    ),
    due=form("effective sample size"),
)
