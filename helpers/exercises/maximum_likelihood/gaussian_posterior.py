"""Posterior of a Gaussian's mean, sigma known, under a Gaussian prior."""

from __future__ import annotations

import numpy as np

from helpers.exercises.maximum_likelihood.draws import narrow, pair, pair_form, place, wide
from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng

Array = np.ndarray
VALUES = (
    "the posterior mean",
    "the posterior standard deviation",
    "precisions add up",
    "the sharper side is believed",
)


def ask_about(data: Array, sigma: float, prior_mean: float, prior_std: float) -> Probe:
    given = {"sigma": sigma, "prior_mean": prior_mean, "prior_std": prior_std}
    return Probe({"data": np.array(data), **given}, reference.gaussian_posterior(data, **given))


def samples(rng: Rng) -> list[Probe]:
    """Data and prior disagree, and both count."""
    probes = []
    for n, spread, trust in (
        (1, wide, narrow),
        (4, wide, wide),
        (12, wide, narrow),
        (3, narrow, narrow),
        (40, wide, narrow),
    ):
        sigma, prior_std, prior_mean = spread(rng), trust(rng), place(rng)
        data = rng.normal(prior_mean + rng.choice([-5, 5]), sigma, size=n)
        probes.append(ask_about(data, sigma, prior_mean, prior_std))
    return probes


def one_sided(rng: Rng) -> list[Probe]:
    """A prior that says nothing, then one that says everything, squared or not."""
    prior_mean = place(rng)
    precise, coarse = narrow(rng), 30 * wide(rng)
    above, below = (rng.normal(prior_mean + side, 0.3, size=12) for side in (8, -8))
    return [
        ask_about(above, precise, prior_mean, 30 * wide(rng)),
        ask_about(below, coarse, prior_mean, 0.01),
    ]


def empty(rng: Rng) -> list[Probe]:
    settings = ((wide(rng), place(rng), narrow(rng)), (narrow(rng), place(rng), wide(rng)))
    return [ask_about(np.empty(0), *setting) for setting in settings]


def mean(probe: Probe, answer: Answer) -> bool:
    return close(pair(answer.value)[0], probe.expected[0], rtol=1e-4, atol=1e-4)


def deviation(probe: Probe, answer: Answer) -> bool:
    return close(pair(answer.value)[1], probe.expected[1], rtol=1e-4)


def width(probe: Probe, answer: Answer) -> bool:
    """The deviation, its square or its precision: which is for ``deviation`` to judge."""
    std, got = probe.expected[1], pair(answer.value)[1]
    return any(close(got, std**power, rtol=4e-4) for power in (1, 2, -2))


def trusts_the_right_side(probe: Probe, answer: Answer) -> bool:
    return close(pair(answer.value)[0], probe.expected[0], rtol=0, atol=0.5)


def prior(probe: Probe, answer: Answer) -> bool:
    return mean(probe, answer) and width(probe, answer)


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "the posterior mean",
            3,
            samples,
            mean,
            "The posterior mean is a weighted average of the prior mean and the data's mean, "
            "weighted by precisions: one over a variance, and once for every observation.",
        ),
        Criterion(
            "the posterior standard deviation",
            2,
            samples,
            deviation,
            "The precisions of the prior and of every observation add up; the standard deviation "
            "is one over the square root of that sum. Look out for a variance.",
        ),
        Criterion(
            "precisions add up",
            2,
            samples,
            width,
            "Every observation adds one over sigma squared to the precision, and the prior one "
            "over its own standard deviation squared. Nothing else enters.",
        ),
        Criterion(
            "the sharper side is believed",
            2,
            one_sided,
            trusts_the_right_side,
            "A vague prior gives way to precise data, and vague data to a precise prior. Does each "
            "mean stand beside its own precision?",
        ),
        Criterion(
            "no data leaves the prior",
            1.5,
            empty,
            prior,
            "With no observations the posterior is the prior. The mean of an empty array is not a "
            "number, not even times zero; its sum is zero.",
            needs=VALUES,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            samples,
            unchanged("data"),
            "The data were changed in place. Compute a new array instead.",
            needs=VALUES,
        ),
    ),
    due=pair_form("mean", "std"),
)
