"""The log-likelihood (b, a) of a sample on a grid of means and standard deviations."""

from __future__ import annotations

import numpy as np

from helpers.exercises.maximum_likelihood.draws import line_up, place, wide
from helpers.reference import maximum_likelihood as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray

SECONDS = 10.0  # on the processor, for the large grid
ROOM = 2**30  # bytes of memory for it
TOLERANCE = 2**27  # bytes that the question and its answer take


VALUES = (
    "the log-likelihood of every pair",
    "a row for each sigma, a column for each mu",
    "hundreds of observations",
    "a single mu, a single sigma, a single point",
    "a large grid over many points",
)


def ask_about(rng: Rng, n: int, a: int, b: int, far: float = 0.0) -> Probe:
    """A grid around the best parameters, in no order, and nowhere far from the data.

    But for one point, if it is to lie so many standard deviations out.
    """
    mu, sigma = place(rng), wide(rng)
    data = rng.normal(mu, sigma, size=n)
    data[rng.integers(n)] += far * sigma * rng.choice([-1, 1])
    mus = mu + sigma * rng.permutation(np.linspace(-1, 1.2, a) if a > 1 else [0.4])
    sigmas = sigma * rng.permutation(np.geomspace(0.5, 2, b) if b > 1 else [0.8])
    surface = reference.log_likelihood_surface(data, mus, sigmas)
    return Probe({"data": data, "mus": mus, "sigmas": sigmas}, surface)


def grids(rng: Rng) -> list[Probe]:
    return [ask_about(rng, n, a, b) for n, a, b in ((9, 3, 5), (40, 7, 2), (25, 4, 4))]


def squares(rng: Rng) -> list[Probe]:
    return [ask_about(rng, n, a, b) for n, a, b in ((12, 5, 5), (30, 7, 7), (20, 2, 3))]


def lines(rng: Rng) -> list[Probe]:
    return [ask_about(rng, n, a, b) for n, a, b in ((20, 1, 4), (20, 5, 1), (1, 3, 1), (1, 1, 3))]


def many(rng: Rng) -> list[Probe]:
    """Products of so many densities underflow, in extended precision too; one far out, alone."""
    return [*(ask_about(rng, n, 4, 3) for n in (900, 20_000)), ask_about(rng, 2000, 4, 3, far=80)]


def large(rng: Rng) -> list[Probe]:
    """The contract's bounds. At every sigma one mu is closest to the mean by far."""
    data = rng.normal(place(rng), wide(rng), size=100_000)
    spacing, best = 0.02 * data.std(), rng.integers(60, 240)
    mus = data.mean() + spacing * (np.arange(300) - best + 0.2)
    sigmas = data.std() * np.geomspace(0.5, 2, 300)
    surface = reference.log_likelihood_surface(data, mus, sigmas)
    given = {"data": data, "mus": mus, "sigmas": sigmas, "seconds": SECONDS, "room": ROOM}
    return [Probe(given, surface, "bounded_surface", measured=True)]


def turned(probe: Probe, answer: Answer) -> Array:
    """The answer, set upright if it lies on its side: which way is one criterion's matter."""
    wanted = probe.expected
    upright = numbers(answer.value, np.shape(answer.value))
    ways = [way for way in (upright, upright.T) if way.shape == wanted.shape]
    return min(ways, key=lambda way: float(np.abs(way - wanted).sum()))


def values(probe: Probe, answer: Answer) -> bool:
    got = turned(probe, answer)
    return close(got, probe.expected, rtol=1e-4, atol=1e-3)


def landscape(probe: Probe, answer: Answer) -> bool:
    return line_up(turned(probe, answer), probe.expected)


def upright(probe: Probe, answer: Answer) -> bool:
    """Along every row it rises and falls as with mu: whatever else is wrong is not asked."""
    got = numbers(answer.value, probe.expected.shape)
    return all(line_up(*rows) for rows in zip(got, probe.expected, strict=True))


def best_mus(probe: Probe, answer: Answer) -> bool:
    """The ridge runs where it should, along either axis, and was not too dear to find.

    The student process stops itself in time, but whether it did is not taken on its word.
    """
    dear = answer.usage.seconds > SECONDS + 1 or answer.usage.peak > ROOM + TOLERANCE
    best = probe.expected.argmax(axis=1)
    got = numbers(answer.value, probe.expected.shape)
    there = [np.array_equal(way.argmax(axis=1), best) for way in (got, got.T)]
    return bool(np.isfinite(got).all()) and any(there) and not dear


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "the log-likelihood of every pair",
            3,
            grids,
            values,
            "Each entry is what gaussian_log_likelihood returns for that pair: a total over the "
            "data, with its constant, and sigma squared where the variance belongs.",
        ),
        Criterion(
            "a row for each sigma, a column for each mu",
            2,
            squares,
            upright,
            "A plot's rows are its vertical axis, which is sigma here. Which axis of your result "
            "runs over mu?",
        ),
        Criterion(
            "hundreds of observations",
            1,
            many,
            landscape,
            "A product of hundreds of densities is zero as a float, and so is a single one far "
            "out. Take the logarithm on paper, and add up its terms.",
        ),
        Criterion(
            "a single mu, a single sigma, a single point",
            1,
            lines,
            landscape,
            "A grid of one row or one column is still a table, and one observation is a sample. "
            "Look for a squeeze, or an axis that only many values make room for.",
        ),
        Criterion(
            "a large grid over many points",
            2,
            large,
            best_mus,
            "Do not visit every point again for every pair, neither in a loop nor in one huge "
            "array. What does the sum of squares around mu need to know of the data?",
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            grids,
            unchanged("data", "mus", "sigmas"),
            "The data or the grid were changed in place.",
            needs=VALUES,
        ),
    ),
    seconds=60,
    due=form("surface (b, a)"),
    builds_on=("gaussian_log_likelihood",),
)
