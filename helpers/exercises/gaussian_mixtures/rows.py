"""What random rows must look like: separated mixtures, and statistical checks against them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise import statistics
from nbjudge.exercise.exercise import Answer, Probe, Rng

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


def own_generator(
    draws_of: Callable[[Probe, Answer], list[Array]],
) -> Callable[[list[Probe], list[Answer]], bool]:
    """A test of questions that were put thrice: draws follow the seed, and nothing else."""

    def test(probes: list[Probe], answers: list[Answer]) -> bool:
        found = [draws_of(p, a) for p, a in zip(probes, answers, strict=True)]
        threes = zip(found[::3], found[1::3], found[2::3], probes[::3], strict=True)
        return bool(found) and all(
            all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
            and fresh([*first, *other], probe.expected)
            for first, again, other, probe in threes
        )

    return test


def fresh(draws: list[Array], gmm: Mixture) -> bool:
    """No two draws share rows, nor the order in which their components came.

    So noise shows that was seeded by other means, if only a part of it. Draws in which rows repeat,
    or are sorted by component, say nothing here, nor does a single column, which agrees by chance
    in single precision. Two do so with a probability below 1e-7, sixty labels below 1e-12.
    """
    labels = [split(rows, gmm) for rows in draws]
    orders = [k.tobytes() for k in labels if np.count_nonzero(np.diff(k)) >= len(gmm.weights)]
    rows = [{row.tobytes() for row in np.ascontiguousarray(rows)} for rows in draws]
    varied = all(len(found) == len(n) for found, n in zip(rows, draws, strict=True))
    shared = len(set[bytes]().union(*rows)) < sum(map(len, rows))
    repeated = gmm.means.shape[1] > 1 and varied and shared
    return len(set(orders)) == len(orders) and not repeated
