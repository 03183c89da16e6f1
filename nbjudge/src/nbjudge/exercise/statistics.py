"""Tests of random answers. Each returns p-values; ``unsurprising`` weighs them together.

A statistical criterion rejects a right answer with probability at most ``FALSE_REJECT``: its
p-values are exact (binomial, chi-square and Student's t of Gaussian samples) or proven upper
bounds, and the budget is split evenly over them (Bonferroni).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
from scipy import stats
from scipy.special import comb, rel_entr

FALSE_REJECT = 1e-6
NEVER = 1e-100  # a probability below it is an event that does not happen


def unsurprising(*p_values: float) -> bool:
    """Whether no p-value falls below its part of the false-reject budget.

    NaN is surprising, and so is having nothing to weigh.
    """
    return bool(p_values) and all(p > FALSE_REJECT / len(p_values) for p in p_values)


def count_p(count: int, n: int, probability: float) -> float:
    """Two-sided exact binomial test that ``count`` of ``n`` have the given probability."""
    if probability < NEVER:
        return 1.0 if count == 0 else n * probability  # a bound, where scipy overflows
    return float(stats.binomtest(int(count), int(n), float(probability)).pvalue)


def mean_p(whitened: np.ndarray) -> float:
    """Test that normal rows (n, d) have mean zero, whatever their covariance.

    The larger of two exact p-values: chi-square for covariance one, and Hotelling's T-squared for
    the covariance that the rows show. So a wrong covariance is not counted against a right mean.
    """
    n, d = whitened.shape
    mean = whitened.mean(axis=0)
    chi_square = float(stats.chi2.sf(n * mean @ mean, d))
    shown = np.atleast_2d(np.cov(whitened, rowvar=False))
    if np.linalg.matrix_rank(shown) < d:
        return chi_square
    t_squared = n * mean @ np.linalg.solve(shown, mean)
    return max(chi_square, float(stats.f.sf(t_squared * (n - d) / (d * (n - 1)), d, n - d)))


def spread_p(whitened: np.ndarray) -> list[float]:
    """Two-sided chi-square tests that every column of standard normal rows has variance one.

    Uses the sample mean, so a wrong mean is not counted against a right spread.
    """
    n, _ = whitened.shape
    totals = np.square(whitened - whitened.mean(axis=0)).sum(axis=0)
    return [2 * min(stats.chi2.sf(t, n - 1), stats.chi2.cdf(t, n - 1)) for t in totals]


def correlation_p(a: np.ndarray, b: np.ndarray) -> float:
    """Student's t test that two independent normal samples are uncorrelated; NaN if one is flat."""
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        return float("nan")
    return float(stats.pearsonr(a, b).pvalue)


def too_regular_p(counts: np.ndarray, n: int, probability: float) -> float:
    """Lower chi-square tail: how surprising it is that binomial counts vary as little as they do.

    Only the lower tail, where the binomial's lighter tails make the approximation conservative.
    """
    variance = n * probability * (1 - probability)
    total = np.square(counts - np.mean(counts)).sum() / variance
    return float(stats.chi2.cdf(total, len(counts) - 1))


def too_sorted_p(labels: np.ndarray) -> float:
    """How surprising it is that a random order of these labels changes so rarely from row to row.

    Exact for two kinds of labels: the distribution of the number of runs (Wald & Wolfowitz 1940).
    """
    first = labels == labels[0]
    a, b = int(first.sum()), int((~first).sum())
    runs = 1 + int(np.count_nonzero(labels[1:] != labels[:-1]))
    if b == 0:
        return 1.0
    return min(1.0, sum(_runs_probability(r, a, b) for r in range(2, runs + 1)))


def bounded_mean_p(mean: float, expected: float, variance: float, bound: float, n: int) -> float:
    """Bernstein's upper bound on the p-value of a mean of n draws between zero and ``bound``.

    Holds for every n and every distribution of this variance:
    P(|mean − expected| ≥ t) ≤ 2 exp(−n t² / (2 (variance + bound t / 3))).
    """
    t = abs(mean - expected)
    return float(2 * np.exp(-n * t**2 / (2 * (variance + bound * t / 3))))


def distribution_p(sample: np.ndarray, cdf: Callable[[np.ndarray], np.ndarray]) -> float:
    """Kolmogorov and Smirnov's exact test that independent draws have this distribution."""
    return float(stats.kstest(sample, cdf).pvalue)


def same_p(sample: np.ndarray, other: np.ndarray) -> float:
    """Kolmogorov and Smirnov's exact test that two samples of one size are drawn alike.

    Conservative where the distribution has atoms.
    """
    return float(stats.ks_2samp(sample, other, method="exact").pvalue)


def rate_p(rate: float, n: int, probability: float) -> float:
    """Upper bound on the p-value of a rate of successes over at least ``n`` trials.

    Holds whenever one stops, looking back or not: the rate is a reverse martingale, so Chernoff's
    bound at ``n`` trials, 2 exp(−n KL(rate ‖ probability)), covers all later ones (Doob).
    """
    if not 0 <= rate <= 1:
        return 0.0
    divergence = rel_entr(rate, probability) + rel_entr(1 - rate, 1 - probability)
    return min(1.0, 2 * float(np.exp(-n * divergence)))


def _runs_probability(runs: int, a: int, b: int) -> float:
    half = runs // 2
    if runs % 2 == 0:
        ways = 2 * comb(a - 1, half - 1, exact=True) * comb(b - 1, half - 1, exact=True)
    else:
        ways = comb(a - 1, half, exact=True) * comb(b - 1, half - 1, exact=True)
        ways += comb(a - 1, half - 1, exact=True) * comb(b - 1, half, exact=True)
    return float(Fraction(ways, comb(a + b, a, exact=True)))
