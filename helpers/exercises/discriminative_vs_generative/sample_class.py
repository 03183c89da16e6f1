"""Draws (n, d) from one class of Gaussian naive Bayes.

``sizes`` are those of consecutive calls with one generator; ``expected`` holds the mean and
the standard deviation (d,) of the class. Every p-value is exact or an upper bound, and
``statistics.unsurprising`` keeps each criterion's false rejects below one in a million. The
named mistakes are certain to fail at N rows: no standard deviation is between 0.6 and 1.6, so
a variance in its place is wrong by 60%; a repeated draw has no spread at all.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from nbjudge.exercise import statistics
from nbjudge.exercise.compare import finite, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng

Array = np.ndarray

N = 4000  # rows of a statistical probe: a wrong scale of 15% has a p-value far below 1e-6


def ask_about(rng: Rng, C: int, d: int, sizes: list[int]) -> Probe:
    label = int(rng.integers(C))
    means = rng.normal(scale=4, size=(C, d)) + 6 * np.arange(C)[:, None]
    stds = rng.uniform(0.3, 0.6, size=(C, d))
    stds[:, ::2] = rng.uniform(1.6, 3.0, size=stds[:, ::2].shape)
    given = {
        "label": label,
        "sizes": sizes,
        "means": means,
        "variances": stds**2,
        "seed": int(rng.integers(2**31)),
    }
    return Probe(given, (means[label].copy(), stds[label].copy()))


def many(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 3, 3, [N]), ask_about(rng, 2, 2, [N])]


def shapes(rng: Rng) -> list[Probe]:
    cases = ((3, 1, 7), (1, 3, 5), (2, 2, 1), (4, 5, 3))
    return [ask_about(rng, C, d, [n]) for C, d, n in cases]


def twice(rng: Rng) -> list[Probe]:
    """The same class and seed twice, two calls each; then another seed."""
    first = ask_about(rng, 2, 2, [40, 40])
    other = {**first.given, "seed": first.given["seed"] + 1}
    return [first, Probe(dict(first.given), first.expected), Probe(other, first.expected)]


def first_draw(probe: Probe, answer: Answer) -> Array:
    """The first draw, of the right shape and finite."""
    mean, _ = probe.expected
    return finite(answer.value[0], (probe.given["sizes"][0], len(mean)))


def shaped(probe: Probe, answer: Answer) -> bool:
    return first_draw(probe, answer).size > 0


def centred(probe: Probe, answer: Answer) -> bool:
    mean, std = probe.expected
    return statistics.unsurprising(statistics.mean_p((first_draw(probe, answer) - mean) / std))


def spread(probe: Probe, answer: Answer) -> bool:
    _, std = probe.expected
    return statistics.unsurprising(*statistics.spread_p(first_draw(probe, answer) / std))


def independent(probe: Probe, answer: Answer) -> bool:
    """Neither neighbours, nor halves, nor features of a row tell anything about each other."""
    rows = first_draw(probe, answer)
    pairs = [(rows[::2, j], rows[1::2, j]) for j in range(rows.shape[1])]
    pairs += [(rows[: N // 2, j], rows[N // 2 :, j]) for j in range(rows.shape[1])]
    pairs += [(rows[:, i], rows[:, j]) for j in range(rows.shape[1]) for i in range(j)]
    return statistics.unsurprising(*[statistics.correlation_p(a, b) for a, b in pairs])


def normal(probe: Probe, answer: Answer) -> bool:
    """Kolmogorov-Smirnov tests of the shape alone: every feature by its own mean and spread.

    Estimating the two brings the samples nearer to the normal curve, so the p-values are too
    large if anything (Lilliefors 1967). A flat or heavy-tailed noise has one below 1e-9.
    """
    rows = first_draw(probe, answer)
    columns = ((rows - rows.mean(axis=0)) / rows.std(axis=0)).T
    return statistics.unsurprising(*[stats.kstest(c, "norm").pvalue for c in columns])


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    shape = (40, len(probes[0].expected[0]))
    first, again, other = [[numbers(d, shape) for d in a.value] for a in answers]
    repeats = all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    fresh = not np.array_equal(first[0], first[1]) and not np.array_equal(first[0], other[0])
    return repeats and fresh


EXERCISE = Exercise(
    __name__,
    points=3,
    criteria=(
        Criterion(
            "n draws of d features",
            1,
            shapes,
            shaped,
            "The result is (n, d): also for a single draw, a single feature or a single class.",
        ),
        Criterion(
            "draws around the mean of the class",
            2,
            many,
            centred,
            "The draws scatter around the row of means that the label points at.",
        ),
        Criterion(
            "spread of the class",
            2,
            many,
            spread,
            "Noise is stretched by a standard deviation. What you are given are variances, one "
            "for each feature.",
        ),
        Criterion(
            "independent draws and features",
            2,
            many,
            independent,
            "Every row and every feature has noise of its own. A single draw, repeated, is one "
            "draw.",
        ),
        Criterion(
            "normal noise",
            1,
            many,
            normal,
            "The features of a class follow a normal distribution, not some other one of the same "
            "mean and spread.",
        ),
        Criterion(
            "randomness from the rng that is passed",
            1.5,
            twice,
            own_generator,
            "Equal generators must give equal draws, and a second call new ones. Draw from the "
            "argument rng and from nothing else.",
            together=True,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            shapes,
            unchanged("means", "variances"),
            "The means or the variances were changed in place.",
        ),
    ),
)
