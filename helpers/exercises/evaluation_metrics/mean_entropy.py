"""The mean over images of the entropy of p(y|x)."""

from __future__ import annotations

import numpy as np

from helpers.exercises.evaluation_metrics.distributions import distributions, without
from helpers.exercises.evaluation_metrics.slips import proportional_to, right
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def ask_about(probs: Array) -> Probe:
    return Probe({"probs": probs}, reference.mean_entropy(probs))


def ordinary(rng: Rng) -> list[Probe]:
    shapes = ((7, 4), (3, 9), (5, 5), (1, 3))
    return [ask_about(distributions(rng, n, k)) for n, k in shapes]


def zeros(rng: Rng) -> list[Probe]:
    """An ordinary table, then rows with zeros, one-hot rows, and some of each."""
    soft = without(distributions(rng, 5, 4), 2)
    certain = np.eye(4)[rng.integers(4, size=5)]
    tables = (distributions(rng, 5, 4), soft, certain, np.concatenate([soft[:3], certain[:2]]))
    return [ask_about(table) for table in tables]


EXERCISE = Exercise(
    __name__,
    points=1,
    criteria=(
        Criterion(
            "the mean of the entropies",
            2,
            ordinary,
            right,
            "Each image has an entropy, of its own row, in natural logarithms; the result is their "
            "average.",
        ),
        Criterion(
            "classes that are ruled out",
            1,
            zeros,
            proportional_to([reference.mean_entropy]),
            "A probability of zero adds nothing to the entropy, because x log x goes to zero with "
            "x; a computer makes it NaN unless told so.",
            together=True,
        ),
        Criterion(
            "the argument is left alone",
            0.5,
            zeros,
            unchanged("probs"),
            "The table of probabilities was changed in place.",
            needs=("the mean of the entropies", "classes that are ruled out"),
        ),
    ),
    builds_on=("kl_divergence",),
    due=form("mean entropy"),
)
