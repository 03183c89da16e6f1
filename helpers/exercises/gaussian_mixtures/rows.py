"""What random rows must look like: separated mixtures, and statistical checks against them."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise import statistics
from nbjudge.exercise.exercise import Rng

Array = np.ndarray
N = 4000  # rows of a statistical probe


def tilted(rng: Rng, d: int) -> Array:
    """A covariance (d, d) with variances far from one and strong correlations of both signs."""
    deviations = rng.uniform(0.4, 0.8, size=d) * rng.choice([1.0, 4.0], size=d)
    signs = rng.choice([-1.0, 1.0], size=d)
    correlation = np.full((d, d), rng.uniform(0.6, 0.8)) * np.outer(signs, signs)
    np.fill_diagonal(correlation, 1.0)
    return correlation * np.outer(deviations, deviations)


def separated(rng: Rng, weights: Any, d: int) -> Mixture:
    """Components so far apart that every draw tells which one it came from."""
    K = len(weights)
    places = 60 * np.arange(K)[:, None] * np.ones(d) + rng.normal(scale=3, size=(K, d))
    return Mixture(np.array(weights), places, np.array([tilted(rng, d) for _ in range(K)]))


def split(rows: Array, gmm: Mixture) -> Array:
    """The component that most likely produced each row."""
    return reference.responsibilities(rows, gmm).argmax(axis=1)


def whiten(rows: Array, mean: Array, covariance: Array) -> Array:
    return np.linalg.solve(np.linalg.cholesky(covariance), (rows - mean).T).T


def proportions(rows: Array, gmm: Mixture) -> bool:
    """Rows come from the components in the right proportions, by exact binomial tests."""
    counts = np.bincount(split(rows, gmm), minlength=len(gmm.weights))
    pairs = zip(counts, gmm.weights, strict=True)
    return statistics.unsurprising(*[statistics.count_p(c, len(rows), w) for c, w in pairs])


def groups(rows: Array, gmm: Mixture) -> list[tuple[int, Array]]:
    """The rows of every component that has enough of them to say something about it.

    How many each one has is for ``proportions`` to judge.
    """
    labels = split(rows, gmm)
    found = [(k, rows[labels == k]) for k in range(len(gmm.weights))]
    return [(k, group) for k, group in found if len(group) > 20]


def centred(rows: Array, gmm: Mixture) -> bool:
    """Every component's rows have its mean."""
    whitened = [whiten(group, gmm.means[k], gmm.covariances[k]) for k, group in groups(rows, gmm)]
    return statistics.unsurprising(*[statistics.mean_p(group) for group in whitened])


def spread(rows: Array, gmm: Mixture) -> bool:
    """Every component's rows have its variances, coordinate by coordinate, whatever their mean."""
    p_values: list[float] = []
    for k, group in groups(rows, gmm):
        p_values += statistics.spread_p(group / np.sqrt(np.diag(gmm.covariances[k])))
    return statistics.unsurprising(*p_values)


def tilt(rows: Array, gmm: Mixture) -> bool:
    """Whitened coordinates are uncorrelated, so the correlations are the right ones."""
    p_values = []
    for k, group in groups(rows, gmm):
        white = whiten(group, gmm.means[k], gmm.covariances[k])
        pairs = zip(*np.triu_indices(white.shape[1], 1), strict=True)
        p_values += [statistics.correlation_p(white[:, i], white[:, j]) for i, j in pairs]
    return statistics.unsurprising(*p_values)
