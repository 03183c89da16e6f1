"""Draws (n, d) from one class of Gaussian naive Bayes.

``sizes`` are those of consecutive calls with one generator; ``expected`` holds the mean and
the standard deviation (d,) of the class. Every p-value is exact or an upper bound, and
``statistics.unsurprising`` keeps each criterion's false rejects below one in a million. The
named mistakes are certain to fail at N rows: no standard deviation is between 0.2 and 4, so
a variance in its place is far off; a repeated draw has no spread at all. Both the first class
and another are asked for on every seed. Classes lie far from zero and from each other: noise that
knows of none of them counts for nothing.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from nbjudge.exercise import statistics
from nbjudge.exercise.compare import finite, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.draws import thrice
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray

N = 4000  # rows of a statistical probe: a wrong scale of 15% has a p-value far below 1e-6
# what an answer must know one of, for the form of its draws to count
VALUES = (
    "draws around the mean of the class",
    "spread of the class",
    "independent draws and features",
    "normal noise",
    "randomness from the rng that is passed",
)


def ask_about(rng: Rng, C: int, d: int, sizes: list[int], label: int = 0) -> Probe:
    means = rng.normal(scale=4, size=(C, d)) + (300 + 500 * np.arange(C))[:, None]
    means *= rng.choice([-1, 1])
    stds = rng.uniform(0.1, 0.2, size=(C, d))
    stds[:, ::2] = rng.uniform(4.0, 8.0, size=stds[:, ::2].shape)
    given = {
        "label": label,
        "sizes": sizes,
        "means": means,
        "variances": stds**2,
        "seed": int(rng.integers(2**31)),
    }
    return Probe(given, (means[label].copy(), stds[label].copy()))


def many(rng: Rng) -> list[Probe]:
    return [ask_about(rng, 3, 3, [N], int(rng.integers(1, 3))), ask_about(rng, 2, 2, [N])]


def shapes(rng: Rng) -> list[Probe]:
    cases = ((3, 1, 7), (1, 3, 5), (2, 2, 1), (4, 5, 3))
    return [ask_about(rng, C, d, [n], int(rng.integers(C))) for C, d, n in cases]


def seeds(rng: Rng) -> list[Probe]:
    """The same class and seed twice, two calls each; then another seed."""
    return thrice(ask_about(rng, 2, 2, [40, 40], label=1))


def first_draw(probe: Probe, answer: Answer) -> Array:
    """The first draw, of the right shape and finite."""
    mean, _ = probe.expected
    return finite(answer.value[0], (probe.given["sizes"][0], len(mean)))


def of_a_class(probe: Probe, rows: Array) -> bool:
    """Whether draws lie about where a class does, or are about as wide in every feature.

    Which class it is, and how well they do, is for other criteria to judge.
    """
    stds = np.sqrt(probe.given["variances"])
    away = np.abs(rows.mean(axis=0) - probe.given["means"]).max(axis=1) / stds.max(axis=1)
    wide = rows.std(axis=0) / stds
    return bool(((away < 8) | ((wide > 1 / 3) & (wide < 3)).all(axis=1)).any())


def shaped(probe: Probe, answer: Answer) -> bool:
    return first_draw(probe, answer).size > 0


def centred(probe: Probe, answer: Answer) -> bool:
    """Around the mean, and not on it."""
    mean, std = probe.expected
    rows = first_draw(probe, answer)
    scattered = bool((np.ptp(rows, axis=0) > 0).all())
    return scattered and statistics.unsurprising(statistics.mean_p((rows - mean) / std))


def spread(probe: Probe, answer: Answer) -> bool:
    _, std = probe.expected
    return statistics.unsurprising(*statistics.spread_p(first_draw(probe, answer) / std))


def independent(probe: Probe, answer: Answer) -> bool:
    """Neither neighbours, nor halves, nor features of a row tell anything about each other."""
    rows = first_draw(probe, answer)
    pairs = [(rows[::2, j], rows[1::2, j]) for j in range(rows.shape[1])]
    pairs += [(rows[: N // 2, j], rows[N // 2 :, j]) for j in range(rows.shape[1])]
    pairs += [(rows[:, i], rows[:, j]) for j in range(rows.shape[1]) for i in range(j)]
    return of_a_class(probe, rows) and statistics.unsurprising(
        *[statistics.correlation_p(a, b) for a, b in pairs]
    )


def normal(probe: Probe, answer: Answer) -> bool:
    """Kolmogorov-Smirnov tests of the shape alone: every feature by its own mean and spread.

    Estimating the two brings the samples nearer to the normal curve, so the p-values are too
    large if anything (Lilliefors 1967). A flat or heavy-tailed noise has one below 1e-9.
    """
    rows = first_draw(probe, answer)
    if not rows.std(axis=0).all():
        return False
    columns = ((rows - rows.mean(axis=0)) / rows.std(axis=0)).T
    return of_a_class(probe, rows) and statistics.unsurprising(
        *[stats.kstest(c, "norm").pvalue for c in columns]
    )


def own_generator(probes: list[Probe], answers: list[Answer]) -> bool:
    """Equal draws from equal generators, and from any other state others, for every feature
    and in every quarter of the rows; a single one, repeated, still has to be one of some class.
    """
    shape = (40, len(probes[0].expected[0]))
    first, again, other = [[numbers(d, shape) for d in a.value] for a in answers]
    repeats = all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    same = [first[0] == draws for draws in (first[1], other[0])]
    parts = [part for table in same for part in (*table.T, *np.split(table, 4))]
    fresh = all(part.mean() < 0.9 for part in parts)
    return repeats and fresh and of_a_class(probes[0], first[0])


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
            needs=VALUES,
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
            seeds,
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
            needs=VALUES,
        ),
    ),
    due=form("draws (n, d)", results=lambda draws: draws),
)
