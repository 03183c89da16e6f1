"""Total log density of a sample under one Gaussian."""

from __future__ import annotations

import numpy as np

from helpers.exercises.maximum_likelihood.draws import (
    in_groups,
    line_up,
    narrow,
    place,
    same_differences,
    together,
    wide,
)
from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import close
from nbjudge.exercise.criteria import near, unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
VALUES = (
    "the log-likelihood of a sample",
    "sigma is a standard deviation",
    "the constant of the density",
    "hundreds of observations",
)


def ask_about(data: Array, mu: float, sigma: float) -> Probe:
    given = {"data": data.copy(), "mu": mu, "sigma": sigma}
    return Probe(given, reference.gaussian_log_likelihood(data, mu, sigma))


def samples(rng: Rng) -> list[Probe]:
    """Never centred where the density is, and never of its width."""
    probes = []
    for n, draw in ((1, wide), (5, narrow), (20, wide), (60, narrow)):
        mu, sigma = place(rng), draw(rng)
        data = rng.normal(mu + 0.6 * sigma, 1.4 * sigma, size=n)
        probes.append(ask_about(data, mu, sigma))
    return probes


def two_parts(rng: Rng) -> list[Probe]:
    """A sample's two unlike parts and the whole; every log density is well below zero."""
    mu, sigma = place(rng), wide(rng)
    data = mu + sigma * (rng.normal(size=28) + np.repeat([-1, 2], [11, 17]))
    parts = (data[:11], data[11:], data)
    return [ask_about(part, mu, sigma) for part in parts]


def one_point(rng: Rng) -> list[Probe]:
    """Single points, so that a mean over points is not counted against the scale."""
    probes = []
    for draw in (wide, narrow, wide, narrow, wide):
        mu, sigma = place(rng), draw(rng)
        x = mu + sigma * rng.choice([-1, 1]) * rng.uniform(0.5, 2.5)
        probes.append(ask_about(np.array([x]), mu, sigma))
    return probes


def at_the_peak(rng: Rng) -> list[Probe]:
    """One point at the mean of a standard deviation of one: the constant is all there is."""
    mu = place(rng)
    return [ask_about(np.array([mu]), mu, 1.0)]


def many(rng: Rng) -> list[Probe]:
    """Four means for one sample; products of densities leave the range of floats both ways.

    The third sample is too long for extended precision as well. In the last, of a few points, a
    single density does it, sixty standard deviations out.
    """
    probes = []
    sizes = (900, wide(rng)), (900, 0.1 * narrow(rng)), (20_000, wide(rng)), (7, wide(rng))
    for n, sigma in sizes:
        mu = place(rng)
        data = rng.normal(mu, sigma, size=n)
        if n < 10:
            data[rng.integers(n)] += 60 * sigma * rng.choice([-1, 1])
        means = mu + sigma * np.array([0.1, -0.7, 0.4, 0.9])
        probes += [ask_about(data, m, sigma) for m in means]
    return probes


def adds_up(probes: list[Probe], answers: list[Answer]) -> bool:
    (first, second, whole), _ = together(probes, answers)
    return whole != first and close(first + second, whole, rtol=1e-4)


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "the log-likelihood of a sample",
            3,
            samples,
            near,
            "Take the logarithm of the Gaussian density by hand, term by term, and add it up over "
            "the observations. The lines below say which term to look at.",
        ),
        Criterion(
            "a sum over the data",
            2,
            two_parts,
            adds_up,
            "Independent observations multiply, so the log-likelihood of two samples together is "
            "the sum of theirs. Every term is there once for each observation.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "sigma is a standard deviation",
            2,
            one_point,
            in_groups(5, same_differences),
            "Is every sigma in the formula the standard deviation, squared where the density has "
            "the variance? Check the logarithm and the fraction.",
            together=True,
        ),
        Criterion(
            "the constant of the density",
            1.5,
            at_the_peak,
            near,
            "The factor with pi in front of the exponential does not depend on the parameters, "
            "but it is part of the density.",
        ),
        Criterion(
            "hundreds of observations",
            2,
            many,
            in_groups(4, line_up),
            "A product of hundreds of densities is no longer a float, nor is a single one far "
            "out: it is zero or infinite. Take the logarithm on paper, and add up its terms.",
            together=True,
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
    due=form("log-likelihood"),
)
