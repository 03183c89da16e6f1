"""Visible checks of section 02: scipy's densities, and small cases by hand."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from scipy.stats import multivariate_normal, norm

from helpers.checks import Line, array, close, register

Function = Callable[..., Any]
DATA = np.array([3.1, 4.4, 2.2, 5.9, 4.0, 7.3])


@register(
    "gaussian_log_likelihood",
    "thousands of observations, narrow and broad bells, every "
    "term of the formula, data left as they were",
)
def gaussian_log_likelihood(function: Function) -> Iterator[Line]:
    """One value at two distances, a total, many values."""
    at_peak = -0.5 * np.log(2 * np.pi) - np.log(3)
    line, mine = array(function(np.array([5.0]), 5.0, 3.0), (), "the log-likelihood of one value")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine, at_peak, 1e-4),
        "one value, at the peak of N(5, 3²)",
        f"expected −½ log 2π − log 3 = {at_peak:.4f}, yours is {mine:.4f}",
    )
    fall = at_peak - np.asarray(function(np.array([8.0]), 5.0, 3.0), dtype=float)
    yield Line(
        close(fall, 0.5, 1e-4),
        "and one standard deviation away: ½ less",
        f"yours falls by {fall:.4f}; σ or σ²?",
    )
    expected = norm.logpdf(DATA, 4.2, 1.7).sum()
    mine = np.asarray(function(DATA, 4.2, 1.7), dtype=float)
    yield Line(
        close(mine, expected, 1e-4),
        "six values: the sum of scipy's logpdf",
        f"expected {expected:.4f}, yours is {mine:.4f}",
    )
    many = np.asarray(function(np.tile(DATA, 500), 4.2, 1.7), dtype=float)
    yield Line(
        close(many, 500 * expected, 1e-4),
        "3000 values: 500 times that of six",
        f"expected {500 * expected:.1f}, yours is {many:.1f}; a sum of logs, "
        "not the log of a product, and not a mean",
    )


@register(
    "gaussian_mle",
    "what the sum of squares is divided by, σ and not σ², two values, data far from zero",
)
def gaussian_mle(function: Function) -> Iterator[Line]:
    """Four values by hand."""
    data = np.array([1.0, 4.0, 5.0, 10.0])
    line, mine = array(function(data), (2,), "a pair mu, sigma")
    yield line
    if mine is None:
        return
    mu, sigma = mine
    yield Line(close(mu, 5, 1e-3), "1, 4, 5, 10 have mu = 5", f"yours is {mu:.4f}")
    yield Line(
        close(sigma, np.sqrt(10.5), 1e-3),
        "and sigma = √(42 / 4)",
        f"expected {np.sqrt(10.5):.4f}, yours is {sigma:.4f}; sigma or its square? "
        "Divided by what?",
    )
    moved = np.asarray(function(data - 100), dtype=float)
    yield Line(
        close(moved, [-95, np.sqrt(10.5)], 1e-3),
        "100 lower: mu moves along, sigma stays",
        f"yours are {np.round(moved, 3)}",
    )


@register("bernoulli_mle", "other shares, all ones, all zeros")
def bernoulli_mle(function: Function) -> Iterator[Line]:
    """The written exercise, and its reverse."""
    line, mine = array(function(np.array([1, 0, 1, 1, 0])), (), "the estimate")
    yield line
    if mine is None:
        return
    yield Line(close(mine, 0.6, 1e-4), "1, 0, 1, 1, 0: p = 0.6", f"yours is {mine:.4f}")
    mine = np.asarray(function(np.array([0, 0, 0, 1])), dtype=float)
    yield Line(close(mine, 0.25, 1e-4), "0, 0, 0, 1: p = 0.25", f"yours is {mine:.4f}")


@register("multinomial_mle", "whole-number counts, outcomes never seen, small counts")
def multinomial_mle(function: Function) -> Iterator[Line]:
    """Three outcomes, one of them never seen."""
    counts = np.array([6, 0, 2])
    line, mine = array(function(counts), (3,), "the probabilities")
    yield line
    if mine is None:
        return
    yield Line(close(mine.sum(), 1, 1e-4), "they sum to 1", f"yours sum to {mine.sum():.4f}")
    yield Line(
        close(mine, [0.75, 0, 0.25], 1e-4),
        "counts 6, 0, 2: probabilities 0.75, 0, 0.25",
        f"yours are {mine.round(3)}; each outcome's share, and nothing added",
    )
    yield Line(
        np.array_equal(counts, [6, 0, 2]),
        "the counts are left as they were",
        "your code changes them in place",
    )


@register(
    "mvn_log_pdf",
    "tiny determinants, high dimension, a single row, tilted covariances, "
    "singular covariances of any kind",
)
def mvn_log_pdf(function: Function) -> Iterator[Line]:
    """scipy, one row, a determinant that underflows, a singular matrix."""
    X = np.column_stack([DATA, DATA[::-1] ** 2 / 9])
    mean, cov = np.array([4.0, 2.5]), np.array([[2.0, -0.9], [-0.9, 1.2]])
    line, mine = array(function(X, mean, cov), (6,), "the log densities")
    yield line
    if mine is None:
        return
    expected = multivariate_normal.logpdf(X, mean, cov)
    yield Line(
        close(mine, expected, 1e-4),
        "a tilted Gaussian: scipy's logpdf",
        f"your first value is {mine[0]:.4f}, expected {expected[0]:.4f}",
    )
    yield array(function(X[:1], mean, cov), (1,), "one row is still an array")[0]
    d = 300
    expected = -0.5 * d * np.log(2 * np.pi * 1e-3)
    mine = np.asarray(function(np.ones((1, d)), np.ones(d), 1e-3 * np.eye(d)), dtype=float)
    yield Line(
        close(mine, expected, 1e-4),
        "300 dimensions, at the peak, Σ = 0.001 I",
        f"expected {expected:.1f}, yours is {np.ravel(mine)[:1]}; as a float the "
        "determinant is exactly 0",
    )
    try:
        function(X, mean, np.array([[4.0, 0.0], [0.0, 0.0]]))
    except ValueError:  # LinAlgError is one
        yield Line(True, "a singular Σ is refused")
    else:
        yield Line(False, "a singular Σ is refused", "it has no density: let Cholesky's error pass")


@register(
    "log_likelihood_surface",
    "a 300 × 300 grid over 100 000 points, grids of one row or "
    "one column, a single point, data left as they were",
)
def log_likelihood_surface(function: Function) -> Iterator[Line]:
    """A small oblong grid against scipy, entry by entry, a square one, many values."""
    mus, sigmas = np.array([3.0, 4.0, 4.5, 6.0]), np.array([0.8, 1.5, 2.5])
    line, mine = array(function(DATA, mus, sigmas), (3, 4), "4 mus and 3 sigmas, the surface")
    yield line
    if mine is None:
        return
    expected = norm.logpdf(DATA[:, None, None], mus, sigmas[:, None]).sum(axis=0)
    yield Line(
        close(mine, expected, 1e-4),
        "every entry: the sum of scipy's logpdf",
        f"at mu = 3, sigma = 0.8 expected {expected[0, 0]:.3f}, yours is {mine[0, 0]:.3f}",
    )
    mine = np.asarray(function(DATA, mus[:3], sigmas), dtype=float)
    yield Line(
        close(mine, expected[:, :3], 1e-4),
        "a square grid: rows are still sigmas",
        "yours differs; is it transposed?",
    )
    mine = np.asarray(function(np.tile(DATA, 500), mus, sigmas), dtype=float)
    yield Line(
        close(mine, 500 * expected, 1e-4),
        "3000 values: 500 times that of six",
        f"at mu = 3, sigma = 0.8 expected {500 * expected[0, 0]:.1f}, yours is {mine[0, 0]:.1f}",
    )


@register(
    "gaussian_posterior",
    "no data at all, precise and vague priors, priors far from the "
    "data, the standard deviation and not the variance",
)
def gaussian_posterior(function: Function) -> Iterator[Line]:
    """Prior and one observation alike, four observations by hand, none."""
    line, mine = array(function(np.array([8.0]), 3.0, 2.0, 3.0), (2,), "a pair mean, std")
    yield line
    if mine is None:
        return
    yield Line(
        close(mine[0], 5, 1e-4),
        "one value of 8, a prior at 2, as sure as each other: 5",
        f"yours is {mine[0]:.4f}",
    )
    yield Line(
        close(mine[1], 3 / np.sqrt(2), 1e-4),
        "and together surer by √2: 3 / √2",
        f"expected {3 / np.sqrt(2):.4f}, yours is {mine[1]:.4f}; precisions add",
    )
    mean, std = np.asarray(function(np.array([6.0, 7.0, 9.0, 10.0]), 2.0, 0.0, 0.5), dtype=float)
    yield Line(
        close(mean, 1.6, 1e-4),
        "four values around 8, σ = 2, a prior at 0 with std 0.5: precisions 1 and 4, mean 1.6",
        f"yours is {mean:.4f}; which precision belongs to which mean?",
    )
    yield Line(
        close(std, 1 / np.sqrt(5), 1e-4),
        "and std 1 / √5",
        f"expected {1 / np.sqrt(5):.4f}, yours is {std:.4f}; a variance?",
    )
    mine = np.asarray(function(np.empty(0), 2.0, 1.5, 0.5), dtype=float)
    yield Line(close(mine, [1.5, 0.5], 1e-4), "no data: the prior", f"yours is {mine}")
