"""Visible checks of section 05: small cases by hand, and closed forms in two dimensions."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from helpers.checks import Line, array, close, register


@register(
    "kl_divergence",
    "the direction, natural logarithms, zeros in p and in q, infinity, "
    "any number of leading axes, broadcasting",
)
def kl_divergence(function: Callable[..., Any]) -> Iterator[Line]:
    """Two halves from a quarter and three, then zeros."""
    p = np.array([[0.5, 0.5], [0.25, 0.75], [0.0, 1.0]])
    original = p.copy()
    line, mine = array(function(p, np.array([0.25, 0.75])), (3,), "p (3, 2) against q (2,)")
    yield line
    if mine is None:
        return
    expected = 0.5 * np.log(4 / 3)
    yield Line(
        close(mine[0], expected),
        "KL of (½, ½) from (¼, ¾): ½ log 2 + ½ log ⅔",
        f"expected {expected:.4f}, yours is {mine[0]:.4f}; which of the two comes first, "
        "and which logarithm?",
    )
    yield Line(close(mine[1], 0), "0 where the two are equal", f"yours is {mine[1]:.4g}")
    yield Line(
        close(mine[2], np.log(4 / 3)),
        "0 log 0 counts as 0",
        f"(0, 1) from (¼, ¾) should give log 4/3 = {np.log(4 / 3):.4f}, yours is {mine[2]:.4f}",
    )
    endless = np.asarray(function(np.array([0.5, 0.5]), np.array([1.0, 0.0])), dtype=float)
    yield Line(
        bool(endless == np.inf),
        "infinite where q says impossible and p does not",
        f"yours is {endless}; something hides the zero",
    )
    yield Line(
        np.array_equal(p, original),
        "the arguments are left as they were",
        "your code changes p in place",
    )


@register(
    "inception_score",
    "p(y) of each split, the order of rows, splits of unequal size, the "
    "mean before the exponential, zeros, the standard deviation",
)
def inception_score(function: Callable[..., Any]) -> Iterator[Line]:
    """One-hot rows, whose scores one can count, and a pair of unequal rows."""
    line, mine = array(function(np.tile(np.eye(4), (3, 1)), 1), (2,), "mean and std")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, [4, 0]),
        "four sure classes, equally often, one split: 4 ± 0",
        f"yours is {mine[0]:.4f} ± {mine[1]:.4f}",
    )
    p = np.array([[1.0, 0.0], [0.5, 0.5]])
    expected, mine = (4 / 3) ** 0.75, np.asarray(function(p, splits=1), dtype=float)
    yield Line(
        close(mine[0], expected),
        "a sure and an unsure image: exp of the mean divergence",
        f"expected {expected:.4f}, yours is {mine[0]:.4f}; first the mean, then exp",
    )
    mean, std = function(np.eye(4)[[0, 0, 0, 0, 1, 2, 1, 2]], splits=2)
    yield Line(
        close(mean, 1.5),
        "a split of one class, then a split of two: the mean of 1 and 2",
        f"yours is {mean:.4f}; p(y) is the mean of which rows?",
    )
    yield Line(
        close(std, 0.5), "and their standard deviation, ½", f"yours is {std:.4f}; divided by what?"
    )
    mean, _ = function(np.eye(2)[[0, 0, 1, 1, 1]], splits=2)
    expected = (1 + 3 / 2 ** (2 / 3)) / 2
    yield Line(
        close(mean, expected),
        "five images in two splits: three and two",
        f"expected {expected:.4f}, yours is {mean:.4f}; where did the fifth go?",
    )
    mean, _ = function(np.repeat(np.tile(np.eye(2), (5, 1)), 2, axis=0))
    yield Line(
        close(mean, 1),
        "unless told otherwise: ten splits, here of one class each",
        f"yours is {mean:.4f}, not 1",
    )


@register("mean_entropy", "zeros, rows of different entropy, natural logarithms")
def mean_entropy(function: Callable[..., Any]) -> Iterator[Line]:
    """Even, sure, and one of each."""
    line, mine = array(function(np.full((3, 4), 0.25)), (), "even odds on four classes")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, np.log(4)),
        "its entropy is log 4",
        f"expected {np.log(4):.4f}, yours is {mine:.4f}; sign, sum, logarithm?",
    )
    mine = np.asarray(function(np.eye(3)), dtype=float)
    yield Line(close(mine, 0), "sure images have entropy 0", f"yours is {mine}; 0 log 0 is 0")
    mine = np.asarray(function(np.array([[1.0, 0.0], [0.5, 0.5]])), dtype=float)
    yield Line(
        close(mine, np.log(2) / 2),
        "a sure and an undecided image: the mean of 0 and log 2",
        f"expected {np.log(2) / 2:.4f}, yours is {mine:.4f}",
    )


@register(
    "frechet_distance",
    "tilted covariances that do not commute, singular covariances, many "
    "dimensions, equal Gaussians, real results never below 0",
)
def frechet_distance(function: Callable[..., Any]) -> Iterator[Line]:
    """One dimension, two tilted ellipses, two needles, twice the same Gaussian."""
    value = function(np.zeros(1), np.array([[4.0]]), np.array([3.0]), np.array([[1.0]]))
    line, mine = array(value, (), "the distance")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 10),
        "one dimension: (0 − 3)² + (2 − 1)² = 10, with standard deviations 2 and 1",
        f"yours is {mine:.4f}",
    )
    tilted, flat = np.array([[2.0, 1.2], [1.2, 1.0]]), np.array([[1.0, -0.4], [-0.4, 3.0]])
    product = tilted @ flat
    root = np.sqrt(np.trace(product) + 2 * np.sqrt(np.linalg.det(product)))  # true for 2 × 2
    expected, zero = np.trace(tilted + flat) - 2 * root, np.zeros(2)
    mine = np.asarray(function(zero, tilted, zero, flat))
    yield Line(
        close(mine, expected),
        "two tilted ellipses around the same mean",
        f"expected {expected:.4f}, yours is {mine:.4f}; a matrix root is not the root of "
        "every entry, and not the product of two roots",
    )
    mine = np.asarray(function(zero, tilted, zero, tilted))
    yield Line(close(mine, 0, 6e-7), "from itself: 0", f"yours is {mine}")
    v, w = np.array([1.0, 2.0, 2.0]), np.array([2.0, 0.0, 1.0])
    mine = np.asarray(function(np.zeros(3), np.outer(v, v), np.zeros(3), np.outer(w, w)))
    yield Line(
        close(mine, 6, 1e-5) and not np.iscomplexobj(mine),
        "two needles (covariances of rank 1): |v|² + |w|² − 2 |v·w| = 6",
        f"yours is {mine}; eigenvalues of 0 come out a little below 0",
    )


@register("fid", "more features than images, sets of different size, rows against columns, n − 1")
def fid(function: Callable[..., Any]) -> Iterator[Line]:
    """A shifted copy, a stretched copy."""
    real = np.random.default_rng(12).normal(size=(7, 3)) @ np.triu(np.ones((3, 3)))
    shift = np.array([1.0, 2.0, 2.0])
    line, mine = array(function(real, real[::-1] + shift), (), "the distance")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 9, 1e-5),
        "the same features shifted by (1, 2, 2): 1 + 4 + 4",
        f"yours is {mine:.4f}; are images rows and features columns?",
    )
    centred = real - real.mean(axis=0)
    expected = np.cov(centred, rowvar=False).trace()
    mine = np.asarray(function(centred, 2 * centred), dtype=float)
    yield Line(
        close(mine, expected, 1e-5),
        "stretched by 2 around their mean: the sum of the variances",
        f"expected {expected:.4f}, yours is {mine:.4f}; divided by n or n − 1?",
    )


@register(
    "kernel_inception_distance",
    "sets of different size, the 1/d in the kernel, the diagonals, values below 0",
)
def kernel_inception_distance(function: Callable[..., Any]) -> Iterator[Line]:
    """Pairs of numbers, whose kernels one can count on fingers."""
    real, generated = np.array([[0.0], [1.0]]), np.array([[1.0], [2.0]])
    line, mine = array(function(real, generated), (), "the distance")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, 9.5),
        "{0, 1} against {1, 2}: 1 + 27 − 2 × (1 + 1 + 8 + 27) / 4 = 9.5",
        f"yours is {mine:.4f}; only pairs of different images count within a set",
    )
    three = np.array([[1.0], [2.0], [3.0]])
    mine = np.asarray(function(real, three), dtype=float)
    yield Line(
        close(mine, 1 + 434 / 3 - 2 * 17),
        "sets of two and of three: {0, 1} against {1, 2, 3}",
        f"expected 1 + 434 / 3 − 2 × 102 / 6, yours is {mine:.4f}",
    )
    mine = np.asarray(function(np.hstack([real, real]), np.hstack([generated] * 2)), dtype=float)
    yield Line(
        close(mine, 9.5),
        "every feature twice: still 9.5",
        f"yours is {mine:.4f}; the kernel divides by d",
    )
    plus = np.array([[-1.0], [1.0]])
    mine = np.asarray(function(plus, plus), dtype=float)
    yield Line(
        close(mine, -8),
        "{−1, 1} against itself: 0 + 0 − 2 × (8 + 8) / 4 = −8",
        f"yours is {mine:.4f}; unbiased means it may fall below 0",
    )
