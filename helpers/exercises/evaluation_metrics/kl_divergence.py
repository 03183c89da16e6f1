"""KL(p‖q) along the last axis of arrays that broadcast."""

from __future__ import annotations

import numpy as np

from helpers.exercises.evaluation_metrics.distributions import distributions, without
from helpers.exercises.evaluation_metrics.slips import (
    agrees_with,
    left_alone,
    proportional_to,
    right,
)
from helpers.reference import evaluation_metrics as reference
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray


def backwards(p: Array, q: Array) -> Array:
    return reference.kl_divergence(q, p)


BOTH_WAYS = (reference.kl_divergence, backwards)


def ask_about(p: Array, q: Array) -> Probe:
    return Probe({"p": p, "q": q}, reference.kl_divergence(p, q))


def pair(rng: Rng, k: int) -> Probe:
    return ask_about(distributions(rng, k), distributions(rng, k))


def pairs(rng: Rng) -> list[Probe]:
    return [pair(rng, k) for k in (4, 2, 7, 30)]


def same_length(rng: Rng) -> list[Probe]:
    return [pair(rng, 5) for _ in range(4)]


def zeros_of_p(rng: Rng) -> list[Probe]:
    """Two ordinary pairs, then events that p rules out, or both do."""
    p, q = distributions(rng, 2, 6)
    pairs = (
        (without(p, 1, 4), q),
        (without(p, 0, 2), without(q, 2)),
        (without(p, 3), without(q, 3)),
    )
    ordinary = [pair(rng, 6) for _ in range(2)]
    return ordinary + [ask_about(p, q) for p, q in pairs]


def zeros_of_q(rng: Rng) -> list[Probe]:
    """Two ordinary pairs, then events that are impossible under q, or nearly.

    Single precision can still tell the rarest from nothing.
    """
    p, q = distributions(rng, 2, 6)
    rare = q.copy()
    rare[3] = 10.0 ** rng.uniform(-34, -30)
    ordinary = [pair(rng, 6) for _ in range(2)]
    return ordinary + [ask_about(p, q) for q in (without(q, 5), rare / rare.sum())]


def rows(rng: Rng) -> list[Probe]:
    """One pair, then shapes that broadcast, square ones among them."""
    shapes = (
        ((5, 4), (5, 4)),
        ((4, 4), (4,)),
        ((4,), (3, 4)),
        ((2, 1, 4), (3, 4)),
        ((1, 4), (1, 4)),
    )
    pairs = [(distributions(rng, *a), distributions(rng, *b)) for a, b in shapes]
    return [pair(rng, 4), *(ask_about(p, q) for p, q in pairs)]


def all_kinds_of_rows(rng: Rng) -> list[Probe]:
    p, q = distributions(rng, 6, 5), distributions(rng, 6, 5)
    p[1:4], q[3:5] = without(p[1:4], 2), without(q[3:5], 2)
    return [ask_about(p, q), ask_about(p[:, None], q)]


def zeros_and_many_rows(rng: Rng) -> list[Probe]:
    """Zeros in either argument; rows of which some do not sum to one to the last bit."""
    many = ask_about(distributions(rng, 30, 4), distributions(rng, 30, 4))
    return [*zeros_of_p(rng), *zeros_of_q(rng), many]


EXERCISE = Exercise(
    __name__,
    points=2,
    criteria=(
        Criterion(
            "the divergence of one distribution from another",
            2,
            pairs,
            right,
            "The divergence is the expectation under p of log p minus log q: one number.",
        ),
        Criterion(
            "from q to p or from p to q",
            1,
            same_length,
            proportional_to([reference.kl_divergence], positive=True),
            "The divergence is not symmetric. Which of the two distributions weighs the "
            "logarithms, and which one stands in the denominator?",
            together=True,
        ),
        Criterion(
            "natural logarithms",
            1,
            pairs,
            agrees_with(BOTH_WAYS),
            "Logarithms are natural here, so the unit is the nat and not the bit, and the sum over "
            "events is not divided by anything.",
            together=True,
        ),
        Criterion(
            "events that p rules out",
            1.5,
            zeros_of_p,
            proportional_to(BOTH_WAYS),
            "An event of probability zero under p adds nothing, because x log x goes to zero with "
            "x; a computer makes it NaN unless told so.",
            together=True,
        ),
        Criterion(
            "events that only q rules out",
            1.5,
            zeros_of_q,
            proportional_to(BOTH_WAYS),
            "If something that happens under p cannot happen under q, the divergence is infinite. "
            "A small constant added to q hides that.",
            together=True,
        ),
        Criterion(
            "one number a row, rows that broadcast",
            1.5,
            rows,
            proportional_to(BOTH_WAYS),
            "The sum runs along the last axis alone; all other axes broadcast and remain.",
            together=True,
        ),
        Criterion(
            "rows with zeros among rows without",
            1,
            all_kinds_of_rows,
            right,
            "Each row has its own zeros, and a row that diverges says nothing about the others.",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            zeros_and_many_rows,
            left_alone("p", "q"),
            "One of the distributions was changed in place.",
            together=True,
            needs=(
                "the divergence of one distribution from another",
                "from q to p or from p to q",
                "natural logarithms",
                "events that p rules out",
                "events that only q rules out",
                "one number a row, rows that broadcast",
                "rows with zeros among rows without",
            ),
        ),
    ),
    due=form("divergence"),
)
