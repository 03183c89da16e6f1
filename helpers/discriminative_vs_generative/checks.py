"""Visible checks of section 01: small cases by hand, and properties of both classifiers."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers.checks import Line, array, close, parts_missing, register, untouched
from helpers.plots import Array

TOLERANCE = 1e-4  # enough for answers in float32
LABELS = np.array([8, 3])  # the larger label comes first in the data


@register(
    "bayes_posterior",
    "every pair of likelihoods, arrays of any shapes that broadcast, arrays of integers",
)
def bayes_posterior(function: Callable[..., Any]) -> Iterator[Line]:
    """A test for a rare disease, a word that says nothing, a grid, whole numbers."""
    line, mine = array(function(0.01, 0.9, 0.05), (), "a rare disease, a good test")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 2 / 13, TOLERANCE),
        "0.009 of 0.0585 who test positive are ill: 2/13",
        f"expected {2 / 13:.4f}, yours is {mine:.4f}; divided by the evidence? Does it "
        "count both kinds, each with its own prior?",
    )
    mine = np.asarray(function(0.2, 0.3, 0.3), dtype=float)
    yield Line(
        close(mine, 0.2, TOLERANCE),
        "equal likelihoods leave the prior as it was",
        f"0.2 became {mine:.4f}",
    )
    mine = np.asarray(function(0.5, 0.6, 0.2), dtype=float)
    yield Line(
        close(mine, 0.75, TOLERANCE),
        "even prior, three times likelier: ¾",
        f"yours is {mine:.4f}; are the two likelihoods swapped?",
    )
    priors, likelihoods = np.array([[0.5], [0.25]]), np.array([0.6, 0.2, 0.9])
    original, what = priors.copy(), "priors (2, 1) against likelihoods (3,)"
    line, mine = array(function(priors, likelihoods, 0.2), (2, 3), what)
    yield line
    if mine is not None:
        expected = [[0.75, 0.5, 9 / 11], [0.5, 0.25, 0.6]]
        yield Line(
            close(mine, expected, TOLERANCE),
            "every pair of them",
            f"yours is {mine.round(4).tolist()}",
        )
    yield untouched(original, priors, "the priors")
    mine = np.asarray(function(0.25, np.array([1, 1]), np.array([1, 1])), dtype=float)
    yield Line(
        close(mine, [0.25, 0.25], TOLERANCE),
        "likelihoods that are integers",
        f"two certain words should leave 0.25 as it was, yours is {mine.tolist()}",
    )


def _training_set(widths: tuple[float, float]) -> tuple[Array, Array, Array]:
    """Overlapping classes 8 and 3 of sizes 450 and 150 → X (600, 2), y (600,), test rows (4, 2)"""
    rng = np.random.default_rng(11)
    place = np.repeat([0, 1], [450, 150])
    X = rng.normal(size=(600, 2)) * np.array(widths)[place][:, None]
    X += np.array([[0.0, 0.0], [2.0, 1.0]])[place]
    return X, LABELS[place], np.array([[-1.5, -0.5], [1.2, 0.7], [3.0, 2.0], [0.6, 0.2]])


def _opinions(
    function: Callable[..., Any], expected: Array, tolerance: float, widths: tuple[float, float]
) -> Iterator[Line]:
    """What both classifiers owe: probabilities, sorted columns, known labels. expected (4,) of 3"""
    X, y, rows = _training_set(widths)
    original = X.copy()
    pair = function(X, y, rows)
    if missing := parts_missing(pair, "labels", "proba"):
        yield missing
        return
    line, labels = array(pair[0], (4,), "labels")
    yield line
    line, proba = array(pair[1], (4, 2), "proba, one column for each class")
    yield line
    if labels is None or proba is None:
        return
    yield Line(
        close(proba.sum(axis=1), 1, 1e-3),
        "each row of proba sums to 1",
        f"yours sum to {proba.sum(axis=1).round(3)}",
    )
    yield Line(
        bool(((proba[1] > 0.02) & (proba[1] < 0.98)).all()),
        "between the classes it is in doubt",
        f"yours says {proba[1].round(3)}; probabilities, not decisions",
    )
    right = bool(np.abs(proba[:, 0] - expected).max() < tolerance)
    turned = bool(np.abs(proba[:, 1] - expected).max() < tolerance)
    look = (
        "your columns are the other way round: class 3 comes before class 8"
        if turned
        else f"expected P(3) near {expected.round(2)}, yours is {proba[:, 0].round(2)}"
    )
    yield Line(right, "the probabilities, columns in the order 3, 8", look)
    clear = np.abs(expected - 0.5) > 0.2
    yield Line(
        np.array_equal(labels[clear], np.where(expected > 0.5, 3, 8)[clear]),
        "labels: the likelier class, by its name in y_train",
        f"yours are {labels}",
    )
    alone = np.asarray(function(X, y, rows[1:2])[1], dtype=float)
    yield Line(
        alone.shape == (1, 2) and bool(np.abs(alone[0] - proba[1]).max() < 0.1),
        "a row gets the same answer alone as in company",
        "is anything fitted to, or scaled by, the test rows?",
    )
    yield untouched(original, X, "the training rows")


@register(
    "discriminative_model",
    "labels of any name, columns in sorted order, probabilities "
    "instead of decisions, three classes, fitting to the training "
    "rows alone",
)
def discriminative_model(function: Callable[..., Any]) -> Iterator[Line]:
    """Three quarters of one class, a quarter of another, close together."""
    X, y, rows = _training_set((1.0, 1.0))
    A, target = np.column_stack([X, np.ones(len(X))]), (y == 3).astype(float)
    w = np.zeros(3)
    for _ in range(20):  # Newton's method on the log-likelihood
        p = 1 / (1 + np.exp(-A @ w))
        w += np.linalg.solve(A.T @ (A * (p * (1 - p))[:, None]), A.T @ (target - p))
    expected = 1 / (1 + np.exp(-np.column_stack([rows, np.ones(4)]) @ w))
    yield from _opinions(function, expected, 0.35, (1.0, 1.0))  # any penalty


@register(
    "generative_model",
    "labels of any name, columns in sorted order, priors, variances by "
    "maximum likelihood, three classes, test rows very far away",
)
def generative_model(function: Callable[..., Any]) -> Iterator[Line]:
    """The same with one class wider, against Bayes' rule with two products of normals."""
    widths = (1.0, 0.6)
    X, y, rows = _training_set(widths)
    joint = []
    for name in (3, 8):
        mean, var = X[y == name].mean(axis=0), X[y == name].var(axis=0)
        normal = np.exp(-0.5 * (rows - mean) ** 2 / var) / np.sqrt(2 * np.pi * var)
        joint.append(np.mean(y == name) * normal.prod(axis=1))
    yield from _opinions(function, joint[0] / (joint[0] + joint[1]), 2e-3, widths)
    far = np.asarray(function(X, y, np.array([[300.0, -200.0]]))[1], dtype=float)
    yield Line(
        bool(np.isfinite(far).all()),
        "a row far from both classes: finite",
        "there both densities are 0 as floats; stay with logarithms",
    )


@register(
    "fit_naive_bayes",
    "unequal classes, any labels, any number of classes and features, "
    "the order of np.unique, divisors",
)
def fit_naive_bayes(function: Callable[..., Any]) -> Iterator[Line]:
    """Class 3 with four rows, class 8 with two, the latter first."""
    y = np.array([8, 3, 3, 8, 3, 3])
    X = np.array([[9.0, 1.0], [0.0, 2.0], [2.0, 2.0], [5.0, 3.0], [0.0, 6.0], [2.0, 6.0]])
    original, arrays = X.copy(), []
    shapes = {"priors": (2,), "means": (2, 2), "variances": (2, 2)}
    results = function(X, y)
    if missing := parts_missing(results, *shapes):
        yield missing
        return
    for value, (name, shape) in zip(results, shapes.items(), strict=True):
        line, part = array(value, shape, name)
        yield line
        if part is None:
            return
        arrays.append(part)
    priors, means, variances = arrays
    yield Line(
        close(priors, [2 / 3, 1 / 3], TOLERANCE),
        "priors: four rows of six are a 3",
        f"yours are {priors.round(3)}; the classes in the order 3, 8",
    )
    yield Line(
        close(means, [[1, 4], [7, 2]], TOLERANCE),
        "means of class 3, then of class 8",
        f"expected [[1, 4], [7, 2]], yours are {means.round(3).tolist()}",
    )
    yield Line(
        close(variances, [[1, 4], [4, 1]], TOLERANCE),
        "variances, each class its own",
        f"expected [[1, 4], [4, 1]], yours are {variances.round(3).tolist()}; divided by "
        "what, and whose rows?",
    )
    yield untouched(original, X, "the rows")


@register(
    "naive_bayes_log_posterior",
    "priors and variances that differ, any number of classes "
    "and features, rows 60 standard deviations away, rows that "
    "sum to 1",
)
def naive_bayes_log_posterior(function: Callable[..., Any]) -> Iterator[Line]:
    """Two bumps on a line: the middle, unequal priors, unequal widths, far away."""
    even, means, ones = np.array([0.5, 0.5]), np.array([[0.0], [2.0]]), np.ones((2, 1))
    X = np.array([[1.0], [2.0], [-3.0]])
    original = X.copy()
    line, mine = array(function(X, even, means, ones), (3, 2), "log posterior of three rows")
    yield line
    if mine is None:
        return
    yield Line(
        close(np.exp(mine).sum(axis=1), 1, TOLERANCE),
        "exp of each row sums to 1",
        f"yours sum to {np.exp(mine).sum(axis=1).round(4)}; subtract log P(x)",
    )
    yield Line(
        close(mine[:, 1] - mine[:, 0], [0, 2, -8], TOLERANCE),
        "even prior, equal widths: log-odds 2 (x − 1)",
        f"expected [0, 2, −8], yours are {(mine[:, 1] - mine[:, 0]).round(3)}",
    )
    tilted = np.asarray(function(X, np.array([0.8, 0.2]), means, ones), dtype=float)
    yield Line(
        close(tilted[0], np.log([0.8, 0.2]), TOLERANCE),
        "halfway between equal bumps only the prior speaks",
        f"expected log 0.8 and log 0.2, yours is {tilted[0].round(3)}",
    )
    wide = np.asarray(function(np.zeros((1, 1)), even, np.zeros((2, 1)), np.array([[1.0], [9.0]])))
    yield Line(
        close(np.exp(wide), [[0.75, 0.25]], TOLERANCE),
        "at the common centre of widths 1 and 3: ¾ and ¼",
        f"yours is {np.exp(wide).round(3).tolist()}; a wide bump is a low bump",
    )
    corners = np.array([[0.0, 0.0], [2.0, 2.0]])
    two = np.asarray(function(np.array([[1.0, 2.0]]), even, corners, np.ones((2, 2))), dtype=float)
    yield Line(
        two.shape == (1, 2) and close(two[0, 1] - two[0, 0], 2, TOLERANCE),
        "two features: their log densities add up",
        f"yours is {two.round(3).tolist()}",
    )
    far = np.asarray(function(np.array([[45.0]]), even, means, ones), dtype=float)
    yield Line(
        bool(np.isfinite(far).all()) and close(far.ravel(), [-88, 0], TOLERANCE),
        "45 standard deviations away",
        f"expected [−88, 0], yours is {far.round(2).tolist()}; where is a density exactly 0?",
    )
    yield untouched(original, X, "the rows")


@register(
    "sample_class",
    "means and spreads of every class and feature, independent rows and "
    "features, the bell shape, your rng and no other",
)
def sample_class(function: Callable[..., Any]) -> Iterator[Line]:
    """Two classes of two features; the second is wide in one of them."""
    means, variances = np.array([[0.0, 5.0], [20.0, -3.0]]), np.array([[1.0, 1.0], [0.25, 9.0]])

    def drawn(label: int, n: int, seed: int) -> Any:
        return function(label, n, means.copy(), variances.copy(), np.random.default_rng(seed))

    line, mine = array(drawn(1, 4000, 0), (4000, 2), "4000 draws of class 1")
    yield line
    if mine is None:
        return
    yield Line(
        bool(np.abs(mine.mean(axis=0) - means[1]).max() < 0.3),
        "around the class's mean",
        f"expected about {means[1]}, yours average {mine.mean(axis=0).round(2)}",
    )
    spread = mine.std(axis=0)
    yield Line(
        bool(np.abs(spread / [0.5, 3.0] - 1).max() < 0.1),
        "as wide as its standard deviations, 0.5 and 3",
        f"yours are {spread.round(2)}; variance or standard deviation?",
    )
    yield Line(
        len(np.unique(mine, axis=0)) == 4000,
        "4000 different rows",
        f"only {len(np.unique(mine, axis=0))} are; one draw repeated?",
    )
    tie = float(np.asarray(np.corrcoef(mine.T))[0, 1])
    yield Line(
        bool(abs(tie) < 0.1),
        "features independent of each other",
        f"their correlation is {tie:.2f}; does each have noise of its own?",
    )
    yield array(drawn(0, 1, 0), (1, 2), "a single draw of class 0")[0]
    same = np.array_equal(np.asarray(drawn(1, 5, 3)), np.asarray(drawn(1, 5, 3)))
    other = np.array_equal(np.asarray(drawn(1, 5, 3)), np.asarray(drawn(1, 5, 4)))
    yield Line(
        same and not other,
        "the same seed gives the same draws, another seed others",
        "every random number has to come from rng",
    )
