"""Priors (C,), means (C, d) and variances (C, d), classes in the order of np.unique."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.exercises.discriminative_vs_generative.draws import naive_bayes, sample
from helpers.reference import discriminative_vs_generative as reference
from nbjudge.exercise.compare import close, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Exercise, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
# what an answer must know one of, for the names, order and shapes of its results to count
VALUES = ("means", "variances by maximum likelihood", "a variance for every class and feature")


def ask_about(X: Array, y: Array) -> Probe:
    return Probe({"X": X, "y": y}, reference.fit_naive_bayes(X, y))


def ordinary(rng: Rng) -> list[Probe]:
    """Nine to one, and three classes of other sizes."""
    cases = ((2, 3, (90, 10)), (3, 2, (8, 25, 14)))
    return [ask_about(*sample(naive_bayes(rng, C, d), counts, rng)) for C, d, counts in cases]


def small(rng: Rng) -> list[Probe]:
    """Few rows, for the divisor to show, in a unit so large that anything added shows, too."""
    cases = ((2, 2, (5, 9)), (3, 4, (6, 4, 7)))
    drawn = [sample(naive_bayes(rng, C, d), counts, rng) for C, d, counts in cases]
    return [ask_about(1e-3 * X, y) for X, y in drawn]


def unlike(rng: Rng) -> list[Probe]:
    """Every class and every feature has a spread of its own, and enough rows to show it."""
    model = naive_bayes(rng, 3, 3)
    steps = np.array([[1.0, 4.0, 16.0], [4.0, 16.0, 1.0], [16.0, 1.0, 4.0]])
    model = model._replace(variances=0.3 * steps * rng.uniform(0.9, 1.1, size=(3, 3)))
    return [ask_about(*sample(model, (60, 40, 50), rng))]


def other_labels(rng: Rng) -> list[Probe]:
    """Pairs: labels 0, 1, … and then the same rows with labels that leave gaps."""
    probes = []
    for C, counts, labels in ((2, (30, 12), (3, 8)), (3, (9, 14, 20), (-4, 2, 11))):
        X, y = sample(naive_bayes(rng, C, 2), counts, rng)
        shift = int(rng.integers(3))
        probes += [ask_about(X.copy(), y), ask_about(X.copy(), np.array(labels)[y] + shift)]
    return probes


def last_first(rng: Rng) -> list[Probe]:
    """The largest label comes first."""
    X, y = sample(naive_bayes(rng, 3, 2, [0.5, 0.3, 0.2]), (50, 30, 20), rng)
    order = np.concatenate([np.flatnonzero(y == 2)[:1], np.arange(len(y))])
    X = X + 4 * y[:, None]
    return [ask_about(X[order], y[order])]


def one_feature(rng: Rng) -> list[Probe]:
    cases = ((2, 1, (6, 11)), (1, 3, (8,)), (4, 1, (5, 3, 4, 7)))
    return [ask_about(*sample(naive_bayes(rng, C, d), counts, rng)) for C, d, counts in cases]


def part(place: int, probe: Probe, answer: Answer) -> Array:
    priors, means, variances = answer.value
    return numbers((priors, means, variances)[place], probe.expected[place].shape)


def same(place: int, rtol: float) -> Any:
    def test(probe: Probe, answer: Answer) -> bool:
        expected = probe.expected[place]
        got = part(place, probe, answer)
        return close(got, expected, rtol=rtol, atol=1e-5 * np.abs(expected).max())

    return test


def shapes(probe: Probe, answer: Answer) -> bool:
    return all(np.isfinite(part(i, probe, answer)).all() for i in range(3))


def labels_are_names(probes: list[Probe], answers: list[Answer]) -> bool:
    """What the classes are called changes nothing."""
    pairs = list(zip(probes, answers, strict=True))
    return bool(pairs) and all(
        close(part(i, *named), part(i, *plain))
        for plain, named in zip(pairs[::2], pairs[1::2], strict=True)
        for i in range(3)
    )


def in_sorted_order(probe: Probe, answer: Answer) -> bool:
    """Every row of means is nearest to its own class."""
    means, wanted = part(1, probe, answer), probe.expected.means
    distance = np.square(means[:, None] - wanted).sum(axis=2)
    return np.isfinite(means).all() and np.array_equal(distance.argmin(axis=1), [0, 1, 2])


EXERCISE = Exercise(
    __name__,
    points=4,
    criteria=(
        Criterion(
            "priors",
            2,
            ordinary,
            same(0, 1e-4),
            "The prior of a class is its share of the training rows, so a rare class has a "
            "small one.",
        ),
        Criterion(
            "means",
            2,
            ordinary,
            same(1, 1e-4),
            "The mean of a class and feature is taken over the rows of that class alone.",
        ),
        Criterion(
            "variances by maximum likelihood",
            2,
            small,
            same(2, 1e-4),
            "Maximum likelihood divides the sum of squared deviations by the number of rows of "
            "the class. numpy and pandas do not share a default.",
        ),
        Criterion(
            "a variance for every class and feature",
            1.5,
            unlike,
            same(2, 0.1),
            "Classes and features differ in spread. Nothing is pooled, and a variance is not a "
            "standard deviation.",
        ),
        Criterion(
            "labels that are not counted from zero",
            1.5,
            other_labels,
            labels_are_names,
            "Labels are names, not positions. Go through np.unique(y) instead of a range.",
            together=True,
            needs=VALUES,
        ),
        Criterion(
            "classes in sorted order",
            1,
            last_first,
            in_sorted_order,
            "Classes stand in the order of np.unique(y), whichever comes first in the data.",
            needs=VALUES,
        ),
        Criterion(
            "one feature, one class, several classes",
            1,
            one_feature,
            shapes,
            "The shapes are (C,), (C, d) and (C, d), whatever C and d are.",
            needs=VALUES,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            other_labels,
            unchanged("X", "y"),
            "The rows or the labels were changed in place.",
            needs=("priors", *VALUES),
        ),
    ),
    due=form("priors (C,)", "means (C, d)", "variances (C, d)"),
)
