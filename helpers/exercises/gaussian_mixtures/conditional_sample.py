"""Draws of the unknown coordinates given the known ones."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.gaussian_mixtures.draws import (
    ask,
    each_result,
    kept,
    left_alone,
    mixture,
)
from helpers.exercises.gaussian_mixtures.rows import (
    N,
    centred,
    own_generator,
    proportions,
    separated,
    spread,
    tilt,
    tilted,
)
from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture
from nbjudge.exercise.compare import close, finite, numbers
from nbjudge.exercise.draws import thrice
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray

UNKNOWN = np.nan


def tilt_if_any(rows: Array, gmm: Mixture) -> bool:
    return rows.shape[1] == 1 or tilt(rows, gmm)


def conditional_rows(probe: Probe, answer: Answer) -> Array:
    """The first draws (n, unknown coordinates), after checking shape and finiteness."""
    return draws_of(probe, answer)[0]


def draws_of(probe: Probe, answer: Answer) -> list[Array]:
    """The unknown coordinates of the draws of every call."""
    condition = probe.given["condition"]
    shape = (probe.given["n_samples"], len(condition))
    calls = zip(answer.value, range(probe.given["calls"]), strict=True)
    return [finite(rows, shape)[:, np.isnan(condition)] for rows, _ in calls]


def given_known(check: Any) -> Any:
    """A criterion's test: the unknown part passes a check against the exact conditional."""

    def test(probe: Probe, answer: Answer) -> bool:
        return check(conditional_rows(probe, answer), probe.expected)

    return test


def ask_about(
    rng: Rng, gmm: Mixture, condition: Array, n_samples: int = N, calls: int = 1
) -> Probe:
    expected = reference.conditional(gmm, condition) if np.isnan(condition).any() else gmm
    seed = int(rng.integers(2**31))
    what = condition.copy()
    return ask(gmm, expected, condition=what, n_samples=n_samples, calls=calls, seed=seed)


def hide(point: Array, *unknown: int) -> Array:
    condition = point.copy()
    condition[list(unknown)] = UNKNOWN
    return condition


def two_stories(
    rng: Rng, weights: Any, d: int, distance: float, variances: Any = (0.5, 0.5)
) -> Mixture:
    """Two components far apart in the last coordinate, ``distance`` apart in the first."""
    means = rng.normal(size=(2, d))
    means[1] = means[0] + np.eye(d)[-1] * 80 + np.eye(d)[0] * distance
    spherical = [v * np.eye(d) for v in variances]  # no correlation, so no regression
    return Mixture(np.array(weights), means, np.array(spherical))


def reweighting(rng: Rng) -> list[Probe]:
    probes = []
    for d in (2, 3):
        gmm = two_stories(rng, [0.9, 0.1], d, 8.0, variances=(2.0, 8.0))
        probes.append(ask_about(rng, gmm, undecided(rng, gmm)))
    return probes


def undecided(rng: Rng, gmm: Mixture) -> Array:
    """A condition, all but the last coordinate, under which both components are likely."""
    steps = np.linspace(0, 1, 301)[:, None]
    path = gmm.means[0] + steps * (gmm.means[1] - gmm.means[0])
    known = Mixture(gmm.weights, gmm.means[:, :-1], gmm.covariances[:, :-1, :-1])
    shares = reference.responsibilities(path[:, :-1], known)[:, 0]
    place = np.abs(shares - rng.uniform(0.3, 0.5)).argmin()
    return hide(path[place], -1)


def one_component(rng: Rng) -> list[Probe]:
    probes = []
    for d, unknown in ((2, (1,)), (3, (0, 2))):
        gmm = Mixture(np.ones(1), rng.normal(size=(1, d)), tilted(rng, d)[None])
        offset = 2 * np.sqrt(np.diag(gmm.covariances[0])) * rng.choice([-1.0, 1.0], size=d)
        condition = hide(gmm.means[0] + offset, *unknown)
        probes.append(ask_about(rng, gmm, condition))
    return probes


def any_subset(rng: Rng) -> list[Probe]:
    probes = []
    for unknown in ((1, 3), (0,), (0, 1, 4)):
        gmm = separated(rng, [0.3, 0.7], 5)
        point = gmm.means[int(rng.integers(2))] + rng.normal(scale=0.3, size=5)
        condition = hide(point, *unknown)
        probes.append(ask_about(rng, gmm, condition))
    return probes


def nothing_known(rng: Rng) -> list[Probe]:
    gmm = separated(rng, [0.2, 0.8], 2)
    return [ask_about(rng, gmm, np.full(2, UNKNOWN))]


def all_known(rng: Rng) -> list[Probe]:
    gmm = mixture(rng, 2, 3)
    return [ask_about(rng, gmm, rng.normal(size=3), n_samples=n) for n in (4, 1)]


def far_away(rng: Rng) -> list[Probe]:
    """Known values 95 standard deviations from both components, nearer to the rare one."""
    gmm = two_stories(rng, [0.8, 0.2], 2, distance=4.0)
    point = gmm.means[1].copy()
    point[0] += 95 * np.sqrt(0.5)
    return [ask_about(rng, gmm, hide(point, 1))]


def seeds(rng: Rng) -> list[Probe]:
    """Two calls each: of one component, where noise shows, and of two, where their order does."""
    one = Mixture(np.ones(1), rng.normal(size=(1, 4)), tilted(rng, 4)[None])
    two = two_stories(rng, [0.9, 0.1], 2, 8.0, variances=(2.0, 8.0))
    pairs = ((one, hide(one.means[0] + 0.3, 0, 1, 3)), (two, undecided(rng, two)))
    return [p for gmm, c in pairs for p in thrice(ask_about(rng, gmm, c, n_samples=60, calls=2))]


untouched = kept(one_component, any_subset)


def copied(probe: Probe, answer: Answer) -> bool:
    condition = probe.given["condition"]
    rows = numbers(answer.value[0], (probe.given["n_samples"], len(condition)))
    known = ~np.isnan(condition)
    return close(rows[:, known], np.tile(condition[known], (len(rows), 1)), rtol=1e-6)


def whole(rows: Array, gmm: Mixture) -> bool:
    return all(check(rows, gmm) for check in (proportions, centred, spread, tilt_if_any))


VALUES = (
    "nothing known",
    "weights given what is known",
    "regression on what is known",
    "spread given what is known",
    "any coordinates may be unknown",
    "a condition far from every component",
)


EXERCISE = Exercise(
    __name__,
    points=5,
    criteria=(
        Criterion(
            "known values are copied",
            1,
            any_subset,
            copied,
            "Every row carries the known coordinates exactly as they were given.",
            needs=VALUES,
        ),
        Criterion(
            "everything known",
            1,
            all_known,
            copied,
            "With nothing left to draw, every row is a copy of the condition.",
            needs=VALUES,
        ),
        Criterion(
            "nothing known",
            1.5,
            nothing_known,
            given_known(whole),
            "With nothing known this is sampling from the mixture itself.",
        ),
        Criterion(
            "weights given what is known",
            2,
            reweighting,
            given_known(proportions),
            "The known coordinates speak for some components and against others: their weights "
            "are posterior, not prior.",
        ),
        Criterion(
            "regression on what is known",
            2,
            one_component,
            given_known(centred),
            "In a tilted component a known coordinate moves the expected value of the unknown "
            "ones.",
        ),
        Criterion(
            "spread given what is known",
            2,
            one_component,
            given_known(spread),
            "Knowing a correlated coordinate leaves less uncertainty about the others than they "
            "had before.",
        ),
        Criterion(
            "any coordinates may be unknown",
            2,
            any_subset,
            given_known(whole),
            "Several coordinates may be unknown, anywhere in the vector; keep the blocks of the "
            "covariance apart with the mask of what is known.",
        ),
        Criterion(
            "a condition far from every component",
            1.5,
            far_away,
            given_known(proportions),
            "Densities of the known part can all underflow. Normalise the weights in logarithms.",
        ),
        Criterion(
            "randomness from self.rng",
            1,
            seeds,
            own_generator(draws_of),
            "Equal generators must give equal draws, and a second call new ones. Draw components "
            "and noise from self.rng and from nothing else.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "arguments and parameters are left alone",
            0.5,
            untouched,
            left_alone,
            "The condition or the mixture was changed.",
            needs=VALUES,
        ),
    ),
    builds_on=("e_step", "sample"),
    due=form("draws (n, d)", results=each_result),
    target="GMM",
)
