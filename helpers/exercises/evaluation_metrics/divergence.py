"""Sums of p log p: the Kullback-Leibler divergence and the mean entropy."""

from __future__ import annotations

import numpy as np

from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Criterion, Exercise, Probe, Rng
from helpers.exercises.evaluation_metrics.slips import agrees_with, proportional_to, right
from helpers.reference import evaluation_metrics as reference

Array = np.ndarray


def distributions(rng: Rng, *shape: int) -> Array:
    """Random distributions along the last axis, all entries well above zero."""
    weights = np.exp(rng.normal(scale=1.2, size=shape))
    return weights / weights.sum(axis=-1, keepdims=True)


def without(p: Array, *events: int) -> Array:
    """The distribution given that none of these events happens."""
    p = p.copy()
    p[..., list(events)] = 0.0
    return p / p.sum(axis=-1, keepdims=True)


def backwards(p: Array, q: Array) -> Array:
    return reference.kl_divergence(q, p)


BOTH_WAYS = (reference.kl_divergence, backwards)


class KlDivergence(Exercise):
    """KL(p‖q) along the last axis of arrays that broadcast."""

    name = "kl_divergence"
    points = 2

    @staticmethod
    def probe(p: Array, q: Array) -> Probe:
        return Probe({"p": p, "q": q}, reference.kl_divergence(p, q))

    @staticmethod
    def pair(rng: Rng, k: int) -> Probe:
        return KlDivergence.probe(distributions(rng, k), distributions(rng, k))

    @staticmethod
    def pairs(rng: Rng) -> list[Probe]:
        return [KlDivergence.pair(rng, k) for k in (4, 2, 7, 30)]

    @staticmethod
    def same_length(rng: Rng) -> list[Probe]:
        return [KlDivergence.pair(rng, 5) for _ in range(4)]

    @staticmethod
    def zeros_of_p(rng: Rng) -> list[Probe]:
        """Two ordinary pairs, then events that p rules out, or both do."""
        p, q = distributions(rng, 2, 6)
        pairs = ((without(p, 1, 4), q), (without(p, 0, 2), without(q, 2)),
                 (without(p, 3), without(q, 3)))  # fmt: skip
        ordinary = [KlDivergence.pair(rng, 6) for _ in range(2)]
        return ordinary + [KlDivergence.probe(p, q) for p, q in pairs]

    @staticmethod
    def zeros_of_q(rng: Rng) -> list[Probe]:
        """Two ordinary pairs, then events that are impossible under q, or nearly."""
        p, q = distributions(rng, 2, 6)
        rare = q.copy()
        rare[3] = 10.0 ** rng.uniform(-7, -6)
        ordinary = [KlDivergence.pair(rng, 6) for _ in range(2)]
        return ordinary + [KlDivergence.probe(p, q) for q in (without(q, 5), rare / rare.sum())]

    @staticmethod
    def rows(rng: Rng) -> list[Probe]:
        """One pair, then shapes that broadcast, square ones among them."""
        shapes = (((5, 4), (5, 4)), ((4, 4), (4,)), ((4,), (3, 4)), ((2, 1, 4), (3, 4)),
                  ((1, 4), (1, 4)))  # fmt: skip
        pairs = [(distributions(rng, *a), distributions(rng, *b)) for a, b in shapes]
        return [KlDivergence.pair(rng, 4), *(KlDivergence.probe(p, q) for p, q in pairs)]

    @staticmethod
    def all_kinds_of_rows(rng: Rng) -> list[Probe]:
        p, q = distributions(rng, 6, 5), distributions(rng, 6, 5)
        p[1:4], q[3:5] = without(p[1:4], 2), without(q[3:5], 2)
        return [KlDivergence.probe(p, q), KlDivergence.probe(p[:, None], q)]

    criteria = (
        Criterion("the divergence of one distribution from another", 2, pairs, right,
            "The divergence is the expectation under p of log p minus log q: one number."),
        Criterion("from q to p or from p to q", 1, same_length,
            proportional_to([reference.kl_divergence], positive=True),
            "The divergence is not symmetric. Which of the two distributions weighs the "
            "logarithms, and which one stands in the denominator?", together=True),
        Criterion("natural logarithms", 1, pairs, agrees_with(BOTH_WAYS),
            "Logarithms are natural here, so the unit is the nat and not the bit, and the sum over "
            "events is not divided by anything.", together=True),
        Criterion("events that p rules out", 1.5, zeros_of_p, proportional_to(BOTH_WAYS),
            "An event of probability zero under p adds nothing, because x log x goes to zero with "
            "x; a computer makes it NaN unless told so.", together=True),
        Criterion("events that only q rules out", 1.5, zeros_of_q, proportional_to(BOTH_WAYS),
            "If something that happens under p cannot happen under q, the divergence is infinite. "
            "A small constant added to q hides that.", together=True),
        Criterion("one number a row, rows that broadcast", 1.5, rows, proportional_to(BOTH_WAYS),
            "The sum runs along the last axis alone; all other axes broadcast and remain.",
            together=True),
        Criterion("rows with zeros among rows without", 1, all_kinds_of_rows, right,
            "Each row has its own zeros, and a row that diverges says nothing about the others."),
        Criterion("arguments are left alone", 0.5, zeros_of_p, unchanged("p", "q"),
            "One of the distributions was changed in place."),
    )  # fmt: skip


class MeanEntropy(Exercise):
    """The mean over images of the entropy of p(y|x)."""

    name = "mean_entropy"
    points = 1
    builds_on = ("kl_divergence",)

    @staticmethod
    def probe(probs: Array) -> Probe:
        return Probe({"probs": probs}, reference.mean_entropy(probs))

    @staticmethod
    def ordinary(rng: Rng) -> list[Probe]:
        shapes = ((7, 4), (3, 9), (5, 5), (1, 3))
        return [MeanEntropy.probe(distributions(rng, n, k)) for n, k in shapes]

    @staticmethod
    def zeros(rng: Rng) -> list[Probe]:
        """An ordinary table, then rows with zeros, one-hot rows, and some of each."""
        soft = without(distributions(rng, 5, 4), 2)
        certain = np.eye(4)[rng.integers(4, size=5)]
        tables = (distributions(rng, 5, 4), soft, certain, np.concatenate([soft[:3], certain[:2]]))
        return [MeanEntropy.probe(table) for table in tables]

    criteria = (
        Criterion("the mean of the entropies", 2, ordinary, right,
            "Each image has an entropy, of its own row, in natural logarithms; the result is their "
            "average."),
        Criterion("classes that are ruled out", 1, zeros, proportional_to([reference.mean_entropy]),
            "A probability of zero adds nothing to the entropy, because x log x goes to zero with "
            "x; a computer makes it NaN unless told so.", together=True),
        Criterion("the argument is left alone", 0.5, zeros, unchanged("probs"),
            "The table of probabilities was changed in place."),
    )  # fmt: skip
