"""Random labelled data that the exercises of section 01 share."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.reference.discriminative_vs_generative import NaiveBayes
from nbjudge.exercise.exercise import Rng

Array = np.ndarray
PARAMETERS = ("priors", "means", "variances")


def in_order(X: Array, y: Array) -> tuple[Array, Array]:
    """The rows rearranged so that labels appear for the first time in increasing order.

    An answer that takes classes as they come loses the one criterion that asks for it.
    """
    _, first = np.unique(y, return_index=True)
    order = np.concatenate([first, np.setdiff1d(np.arange(len(y)), first)])
    return X[order], y[order]


def naive_bayes(rng: Rng, C: int, d: int, priors: Any = None) -> NaiveBayes:
    """Overlapping classes; means, variances and (unless given) priors all differ."""
    if priors is None:
        priors = rng.permutation(np.arange(1, C + 1)) / (C * (C + 1) / 2)
    means = rng.normal(scale=1.2, size=(C, d)) + rng.normal(scale=2, size=d)
    variances = rng.uniform(0.3, 1.2, size=(C, d)) * rng.choice([1.0, 4.0], size=(C, d))
    return NaiveBayes(np.asarray(priors, dtype=float), means, variances)


def sample(model: NaiveBayes, counts: Any, rng: Rng) -> tuple[Array, Array]:
    """Shuffled rows and labels 0, 1, …, with so many of each class; features are independent."""
    y = rng.permutation(np.repeat(np.arange(len(counts)), counts))
    return in_order(rng.normal(model.means[y], np.sqrt(model.variances[y])), y)
