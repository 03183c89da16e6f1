"""What the two classifiers have in common: training sets, and criteria on labels and columns.

A model is asked with a training set and test rows, and gives labels (m,) and probabilities (m, C).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from helpers.exercises.discriminative_vs_generative.draws import in_order
from nbjudge.exercise.compare import close, finite, numbers
from nbjudge.exercise.criteria import unchanged
from nbjudge.exercise.exercise import Answer, Criterion, Probe, Rng
from nbjudge.exercise.form import form

Array = np.ndarray
Model = Callable[[Array, Array, Array], tuple[Array, Array]]
Draw = Callable[[Rng], list[Probe]]
ARGUMENTS = ("X_train", "y_train", "X_test")
PAIR = form("labels (m,)", "proba (m, C)")
IN_ORDER, THIRD = "columns in the order of the sorted classes", "three classes"
COMMON = 30  # test rows that are asked about alone and in the company of others


def probe(model: Model, X: Array, y: Array, X_test: Array) -> Probe:
    return Probe(dict(zip(ARGUMENTS, (X, y, X_test), strict=True)), model(X, y, X_test))


def alike(rows: Array, X: Array) -> Array:
    """The rows moved and stretched to the mean and spread of ``X``.

    Who scales test rows by their own mean and spread does no harm here: one criterion asks for it.
    """
    return X.mean(axis=0) + (rows - rows.mean(axis=0)) * (X.std(axis=0) / rows.std(axis=0))


def overlapping(rng: Rng, counts: tuple[int, int]) -> tuple[Array, Array]:
    """Two classes of two correlated features; the second lies further out on both."""
    y = rng.permutation(np.repeat([0, 1], counts))
    rows = rng.normal(size=(len(y), 2)) @ np.array([[1.0, 0.4], [0.0, 0.9]])
    return rows + rng.uniform(0.8, 1.2, size=2) * y[:, None] + rng.normal(scale=0.5, size=2), y


def unsorted(model: Model, rng: Rng) -> list[Probe]:
    """Two labels that are not 0 and 1; the larger one comes first, and more often."""
    X, y = overlapping(rng, (900, 2100))
    first = np.flatnonzero(y == 1)[0]
    X[[0, first]], y[[0, first]] = X[[first, 0]], y[[first, 0]]
    low, gap = rng.integers(2, 6), rng.integers(2, 6)
    rows = rng.normal(scale=1.2, size=(400, 2))
    return [probe(model, X, low + gap * y, alike(rows, X))]


def company(model: Model, rng: Rng) -> list[Probe]:
    """The same rows, surely of one class: alone, and beside many rows far out on either side."""
    X, y = in_order(*overlapping(rng, (400, 400)))
    rows = X.mean(axis=0) + rng.uniform(2.5, 3.0, size=(COMMON, 2))
    far = rng.uniform(30, 40, size=(2 * COMMON, 2))
    tests = (
        rows,
        np.vstack([rows, rows.mean(axis=0) + far]),
        np.vstack([rows, rows.mean(axis=0) - far]),
    )
    return [probe(model, X.copy(), y.copy(), test) for test in tests]


def three(model: Model, rng: Rng) -> list[Probe]:
    """Three well separated classes at the corners of a triangle, and rows near the corners."""
    angles = rng.uniform(0, 2 * np.pi) + np.arange(3) * 2 * np.pi / 3
    corners = 4 * np.stack([np.cos(angles), np.sin(angles)], axis=1) + rng.normal(size=2)
    shares = np.repeat(np.arange(3), [5, 3, 2])
    y, asked = rng.permutation(np.repeat(shares, 50)), rng.permutation(np.repeat(shares, 5))
    X, y = in_order(corners[y] + rng.normal(size=(len(y), 2)), y)
    rows = corners[asked] + rng.uniform(-0.8, 0.8, size=(len(asked), 2))
    return [probe(model, X, y, alike(rows, X))]


def read(probe: Probe, answer: Answer) -> tuple[Array, Array]:
    """Labels (m,) and finite probabilities (m, C) of an answer, of the right shapes."""
    labels, proba = answer.value
    wanted = probe.expected[1]
    return numbers(labels, (len(wanted),)), finite(proba, wanted.shape)


def distances(probe: Probe, answer: Answer) -> Array:
    """How far each row's probabilities are from the reference's, in the better order of columns."""
    _, proba = read(probe, answer)
    wanted = probe.expected[1]
    straight, turned = (np.abs(p - wanted).max(axis=1) for p in (proba, proba[:, ::-1]))
    return min(straight, turned, key=lambda distance: float(distance.mean()))


def likelier_labels(probe: Probe, answer: Answer) -> bool:
    """The label of every row is the class that the answer itself finds clearly more probable.

    In either order of the columns: the probabilities are for other criteria to judge.
    """
    labels, proba = read(probe, answer)
    clear = np.abs(proba[:, 1] - proba[:, 0]) > 0.02
    second = (labels == np.unique(probe.given["y_train"])[1])[clear]
    agree = second == (proba[clear].argmax(axis=1) == 1)
    known = np.isin(labels, probe.given["y_train"]).all()
    return bool(known and clear.mean() > 0.2 and (agree.all() or not agree.any()))


def in_doubt(probe: Probe, answer: Answer) -> bool:
    """Most rows on which the reference is in doubt leave some probability to both classes."""
    _, proba = read(probe, answer)
    doubtful = np.ptp(probe.expected[1], axis=1) < 0.8
    soft = ((proba[doubtful] > 1e-6) & (proba[doubtful] < 1 - 1e-6)).all(axis=1)
    return doubtful.sum() > 10 and bool(soft.mean() > 0.5)


def sorted_columns(probe: Probe, answer: Answer) -> bool:
    """The second column rises above the first where the reference's does, on the whole."""
    got, wanted = (p[:, 1] - p[:, 0] for p in (read(probe, answer)[1], probe.expected[1]))
    return np.ptp(got) > 0 and bool(np.corrcoef(got, wanted)[0, 1] > 0.25)


def own_labels(probe: Probe, answer: Answer) -> bool:
    """Both labels of the training set are given, and no others."""
    labels, _ = read(probe, answer)
    return np.array_equal(np.unique(labels), np.unique(probe.given["y_train"]))


def three_columns(probe: Probe, answer: Answer) -> bool:
    """Normalised rows, and labels that are right near the middle of well separated classes.

    ``liblinear`` is a legal solver, and refuses a third class since scikit-learn 1.8.
    """
    refusal = answer.failure.message if answer.failure else ""
    if answer.raised("ValueError") and "liblinear" in refusal:
        return True
    labels, proba = read(probe, answer)
    normal = close(proba.sum(axis=1), np.ones(len(proba)), rtol=1e-3) and bool(proba.min() >= 0)
    return normal and np.array_equal(labels, probe.expected[0])


def company_ignored(probes: list[Probe], answers: list[Answer]) -> bool:
    """The first rows of all probes are the same, and so are their probabilities."""
    pairs = zip(probes, answers, strict=True)
    alone, *beside = [numbers(a.value[1], p.expected[1].shape)[:COMMON] for p, a in pairs]
    return len(beside) == 2 and all(np.abs(alone - rows).mean() < 0.1 for rows in beside)


def criteria_of(model: Model, ordinary: Draw, *own: Criterion) -> tuple[Criterion, ...]:
    """A classifier's criteria, its ``own`` second; ``ordinary`` draws two overlapping classes.

    Those on how an answer looks need one on what it says.
    """
    values = (*(criterion.name for criterion in own), IN_ORDER, THIRD)
    odd_labels, third, crowded = (partial(draw, model) for draw in (unsorted, three, company))
    return (
        Criterion(
            "labels of the likelier class",
            1.5,
            ordinary,
            likelier_labels,
            "A test row gets the label of the class that its probabilities put first.",
            needs=values,
        ),
        *own,
        Criterion(
            "probabilities, not votes",
            1,
            ordinary,
            in_doubt,
            "Probabilities say how sure the model is. A row of one and zeros is a label in other "
            "clothes.",
            needs=values,
        ),
        *of_columns(odd_labels, third, values),
        Criterion(
            "fitted to the training set alone",
            1.5,
            crowded,
            company_ignored,
            "What a model says about a row does not depend on the other test rows. Whatever is "
            "fitted, a scaler too, is fitted to the training set.",
            together=True,
            needs=values,
        ),
        Criterion(
            "arguments are left alone",
            0.5,
            odd_labels,
            unchanged(*ARGUMENTS),
            "The training set or the test rows were changed in place.",
            needs=values,
        ),
    )


def of_columns(odd_labels: Draw, third: Draw, values: tuple[str, ...]) -> tuple[Criterion, ...]:
    """The criteria on which class a column and a label stand for."""
    return (
        Criterion(
            IN_ORDER,
            1,
            odd_labels,
            sorted_columns,
            "The columns stand in the order of np.unique(y_train), whichever label comes first.",
        ),
        Criterion(
            "labels as they are in the training set",
            1,
            odd_labels,
            own_labels,
            "Predicted labels are taken from y_train. They need not be zero and one.",
            needs=values,
        ),
        Criterion(
            THIRD,
            1,
            third,
            three_columns,
            "The probabilities have one column a class, however many classes there are.",
        ),
    )
