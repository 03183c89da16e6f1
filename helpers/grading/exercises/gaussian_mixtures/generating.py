"""Generating from a mixture: sampling, and sampling given what is known of a point."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.grading import statistics
from helpers.grading.compare import close, numbers
from helpers.grading.exercise import Answer, Criterion, Exercise, Probe, Rng, unchanged
from helpers.grading.exercises.gaussian_mixtures.draws import (
    PARAMETERS,
    ask,
    mixture,
)
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture

Array = np.ndarray
N = 4000  # rows of a statistical probe
UNKNOWN = np.nan


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


def drawn(check: Any) -> Any:
    """A criterion's test: the first draw has the right shape and passes a check on its rows."""

    def test(probe: Probe, answer: Answer) -> bool:
        gmm = probe.expected
        rows = numbers(answer.value[0], (probe.given["sizes"][0], gmm.means.shape[1]))
        return bool(np.isfinite(rows).all()) and check(rows, gmm)

    return test


class Sample(Exercise):
    """Draws (n, d) from the student's mixture, with its own generator."""

    name = "sample"
    points = 4
    target = "GMM"

    @staticmethod
    def probe(rng: Rng, gmm: Mixture, sizes: list[int]) -> Probe:
        return ask(gmm, gmm, seed=int(rng.integers(2**31)), sizes=sizes)

    @staticmethod
    def unequal(rng: Rng) -> list[Probe]:
        mixtures = (separated(rng, [0.05, 0.95], 2), separated(rng, [0.6, 0.1, 0.3], 3))
        return [Sample.probe(rng, gmm, [N]) for gmm in mixtures]

    @staticmethod
    def shapes(rng: Rng) -> list[Probe]:
        mixtures = (mixture(rng, 3, 1), mixture(rng, 1, 3), mixture(rng, 2, 2))
        return [Sample.probe(rng, gmm, [n]) for gmm, n in zip(mixtures, (7, 5, 1), strict=True)]

    @staticmethod
    def many_small(rng: Rng) -> list[Probe]:
        return [Sample.probe(rng, separated(rng, [0.3, 0.7], 1), [50] * 80)]

    @staticmethod
    def twice(rng: Rng) -> list[Probe]:
        """The same mixture and seed twice, two calls each; then another seed."""
        gmm = mixture(rng, 2, 2)
        first, other = Sample.probe(rng, gmm, [6, 6]), Sample.probe(rng, gmm, [6, 6])
        return [first, Probe(dict(first.given), gmm), other]

    @staticmethod
    def finite(rows: Array, gmm: Mixture) -> bool:
        return True

    @staticmethod
    def varying(probe: Probe, answer: Answer) -> bool:
        gmm, sizes = probe.expected, probe.given["sizes"]
        draws = [numbers(d, (n, 1)) for d, n in zip(answer.value, sizes, strict=True)]
        counts = np.array([(split(rows, gmm) == 0).sum() for rows in draws])
        return statistics.unsurprising(
            statistics.too_regular_p(counts, sizes[0], gmm.weights[0])
        )

    @staticmethod
    def shuffled(rows: Array, gmm: Mixture) -> bool:
        rarest = split(rows, gmm) == gmm.weights.argmin()
        return statistics.unsurprising(statistics.too_sorted_p(rarest))

    @staticmethod
    def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
        shape = (6, probes[0].expected.means.shape[1])
        first, again, other = [[numbers(d, shape) for d in a.value] for a in answers]
        repeats = all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
        fresh = not np.array_equal(first[0], first[1]) and not np.array_equal(first[0], other[0])
        return repeats and fresh

    criteria = (
        Criterion("n draws of d numbers", 1, shapes, drawn(finite),
            "The result is (n, d): also for a single draw, a single feature or a single "
            "component."),
        Criterion("components in proportion to their weights", 2, unequal, drawn(proportions),
            "Which component a draw comes from is itself random, with the mixing weights as "
            "probabilities."),
        Criterion("draws around the means", 1, unequal, drawn(centred),
            "The draws of a component scatter around that component's mean."),
        Criterion("variances of the components", 2, unequal, drawn(spread),
            "To give noise a covariance you multiply it by a square root of that covariance, such "
            "as its Cholesky factor, not by the covariance itself."),
        Criterion("tilt of the components", 1.5, unequal, drawn(tilt),
            "The draws of a component are tilted as its off-diagonal entries say, sign included. "
            "Check which side of the noise the factor stands on."),
        Criterion("counts are random", 1, many_small, varying,
            "The number of draws from a component varies from call to call. Rounding its expected "
            "number takes that away."),
        Criterion("rows in random order", 1, unequal, drawn(shuffled),
            "Independent draws do not come sorted by component."),
        Criterion("randomness from self.rng", 1, twice, own_generator,
            "Equal generators must give equal draws, and a second call new ones. Draw from "
            "self.rng and from nothing else.", together=True),
        Criterion("parameters are left alone", 0.5, shapes, unchanged(*PARAMETERS),
            "Sampling reads the parameters. One of them was changed."),
    )  # fmt: skip


def conditional_rows(probe: Probe, answer: Answer) -> Array:
    """The draws (n, unknown coordinates), after checking shape and finiteness."""
    condition = probe.given["condition"]
    rows = numbers(answer.value, (probe.given["n_samples"], len(condition)))
    if not np.isfinite(rows).all():
        raise ValueError("not finite")
    return rows[:, np.isnan(condition)]


def given_known(check: Any) -> Any:
    """A criterion's test: the unknown part passes a check against the exact conditional."""

    def test(probe: Probe, answer: Answer) -> bool:
        return check(conditional_rows(probe, answer), probe.expected)

    return test


class ConditionalSample(Exercise):
    """Draws of the unknown coordinates given the known ones."""

    name = "conditional_sample"
    points = 5
    target = "GMM"
    builds_on = ("e_step", "sample")

    @staticmethod
    def probe(rng: Rng, gmm: Mixture, condition: Array, n_samples: int = N) -> Probe:
        expected = reference.conditional(gmm, condition) if np.isnan(condition).any() else gmm
        seed = int(rng.integers(2**31))
        given = {"condition": condition.copy(), "n_samples": n_samples, "seed": seed}
        return ask(gmm, expected, **given)

    @staticmethod
    def hide(point: Array, *unknown: int) -> Array:
        condition = point.copy()
        condition[list(unknown)] = UNKNOWN
        return condition

    @staticmethod
    def two_stories(rng: Rng, weights: Any, d: int, distance: float) -> Mixture:
        """Two components far apart in the last coordinate, ``distance`` apart in the first."""
        means = rng.normal(size=(2, d))
        means[1] = means[0] + np.eye(d)[-1] * 80 + np.eye(d)[0] * distance
        spherical = 0.5 * np.eye(d)  # no correlation: forgetting the regression changes nothing
        return Mixture(np.array(weights), means, np.array([spherical, spherical]))

    @staticmethod
    def reweighting(rng: Rng) -> list[Probe]:
        probes = []
        for d in (2, 3):
            gmm = ConditionalSample.two_stories(rng, [0.9, 0.1], d, distance=3.0)
            between = 0.5 * (gmm.means[0] + gmm.means[1])
            between[0] += 0.5 * (np.log(9) + rng.uniform(0.5, 1.0)) / 3.0
            probes.append(ConditionalSample.probe(rng, gmm, ConditionalSample.hide(between, d - 1)))
        return probes

    @staticmethod
    def one_component(rng: Rng) -> list[Probe]:
        probes = []
        for d, unknown in ((2, (1,)), (3, (0, 2))):
            gmm = Mixture(np.ones(1), rng.normal(size=(1, d)), tilted(rng, d)[None])
            offset = 2 * np.sqrt(np.diag(gmm.covariances[0])) * rng.choice([-1.0, 1.0], size=d)
            condition = ConditionalSample.hide(gmm.means[0] + offset, *unknown)
            probes.append(ConditionalSample.probe(rng, gmm, condition))
        return probes

    @staticmethod
    def any_subset(rng: Rng) -> list[Probe]:
        probes = []
        for unknown in ((1, 3), (0,), (0, 1, 4)):
            gmm = separated(rng, [0.3, 0.7], 5)
            point = gmm.means[int(rng.integers(2))] + rng.normal(scale=0.3, size=5)
            condition = ConditionalSample.hide(point, *unknown)
            probes.append(ConditionalSample.probe(rng, gmm, condition))
        return probes

    @staticmethod
    def nothing_known(rng: Rng) -> list[Probe]:
        gmm = separated(rng, [0.2, 0.8], 2)
        return [ConditionalSample.probe(rng, gmm, np.full(2, UNKNOWN))]

    @staticmethod
    def all_known(rng: Rng) -> list[Probe]:
        gmm = mixture(rng, 2, 3)
        return [ConditionalSample.probe(rng, gmm, rng.normal(size=3), n_samples=n) for n in (4, 1)]

    @staticmethod
    def far_away(rng: Rng) -> list[Probe]:
        """Known values 95 standard deviations from both components, nearer to the rare one."""
        gmm = ConditionalSample.two_stories(rng, [0.8, 0.2], 2, distance=4.0)
        point = gmm.means[1].copy()
        point[0] += 95 * np.sqrt(0.5)
        return [ConditionalSample.probe(rng, gmm, ConditionalSample.hide(point, 1))]

    @staticmethod
    def copied(probe: Probe, answer: Answer) -> bool:
        condition = probe.given["condition"]
        rows = numbers(answer.value, (probe.given["n_samples"], len(condition)))
        known = ~np.isnan(condition)
        return close(rows[:, known], np.tile(condition[known], (len(rows), 1)), rtol=1e-6)

    @staticmethod
    def whole(rows: Array, gmm: Mixture) -> bool:
        return all(check(rows, gmm) for check in (proportions, centred, spread, tilt_if_any))

    criteria = (
        Criterion("known values are copied", 1, any_subset, copied,
            "Every row carries the known coordinates exactly as they were given."),
        Criterion("everything known", 1, all_known, copied,
            "With nothing left to draw, every row is a copy of the condition."),
        Criterion("nothing known", 1.5, nothing_known, given_known(whole),
            "With nothing known this is sampling from the mixture itself."),
        Criterion("weights given what is known", 2, reweighting, given_known(proportions),
            "The known coordinates speak for some components and against others: their weights "
            "are posterior, not prior."),
        Criterion("regression on what is known", 2, one_component, given_known(centred),
            "In a tilted component a known coordinate moves the expected value of the unknown "
            "ones."),
        Criterion("spread given what is known", 2, one_component, given_known(spread),
            "Knowing a correlated coordinate leaves less uncertainty about the others than they "
            "had before."),
        Criterion("any coordinates may be unknown", 2, any_subset, given_known(whole),
            "Several coordinates may be unknown, anywhere in the vector; keep the blocks of the "
            "covariance apart with the mask of what is known."),
        Criterion("a condition far from every component", 1.5, far_away,
            given_known(proportions),
            "Densities of the known part can all underflow. Normalise the weights in logarithms."),
        Criterion("arguments and parameters are left alone", 0.5, any_subset,
            unchanged("condition", *PARAMETERS),
            "The condition or the mixture was changed in place."),
    )  # fmt: skip


def tilt_if_any(rows: Array, gmm: Mixture) -> bool:
    return rows.shape[1] == 1 or tilt(rows, gmm)


