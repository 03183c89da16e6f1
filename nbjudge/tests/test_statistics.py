"""Tests of random answers are calibrated: a right answer is as surprising as they say, no more."""

from collections import Counter
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nbjudge.exercise import statistics
from nbjudge.exercise.statistics import FALSE_REJECT, unsurprising

RIGHT_SAMPLES = 2000


def uniform(p_values):
    """Whether p-values of right samples are spread evenly from 0 to 1."""
    return stats.kstest(p_values, "uniform").pvalue > 1e-3


def conservative(p_values):
    """Whether small p-values of right samples are at least as rare as they say, within noise."""
    p_values = np.asarray(p_values)
    levels = (0.3, 0.1, 0.03, 0.01)
    found = [
        stats.binomtest(
            int((p_values <= level).sum()), len(p_values), level, alternative="greater"
        ).pvalue
        for level in levels
    ]
    return min(found) > 1e-3


def test_the_two_yardsticks_tell_right_from_wrong():
    even = np.random.default_rng(0).random(RIGHT_SAMPLES)
    assert uniform(even)
    assert conservative(even)
    assert not uniform(even**1.2)
    assert not conservative(even**1.5)


@pytest.mark.parametrize(("n", "d"), [(20, 1), (50, 3), (400, 2)])
@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_mean_p_is_conservative_whatever_the_covariance(n, d, scale):
    rng = np.random.default_rng(n)
    samples = (scale * rng.standard_normal((n, d)) for _ in range(RIGHT_SAMPLES))
    assert conservative([statistics.mean_p(rows) for rows in samples])


def test_mean_p_is_nearly_uniform_where_the_covariance_is_one():
    """Two tests that agree: the larger of their p-values is not far above either."""
    rng = np.random.default_rng(3)
    found = [statistics.mean_p(rng.standard_normal((4000, 2))) for _ in range(500)]
    assert uniform(found)


def test_mean_p_of_rows_that_do_not_vary_is_that_of_their_mean():
    assert statistics.mean_p(np.zeros((30, 2))) == 1
    assert statistics.mean_p(np.full((30, 2), 2.0)) < FALSE_REJECT


@pytest.mark.parametrize(("n", "d"), [(21, 1), (60, 3)])
def test_spread_p_is_uniform_in_every_column_whatever_the_mean(n, d):
    rng = np.random.default_rng(n)
    found = np.array(
        [statistics.spread_p(5 + rng.standard_normal((n, d))) for _ in range(RIGHT_SAMPLES)]
    )
    assert found.shape == (RIGHT_SAMPLES, d)
    assert all(uniform(column) for column in found.T)


@pytest.mark.parametrize("n", [5, 40, 500])
def test_correlation_p_is_uniform(n):
    rng = np.random.default_rng(n)
    pairs = (rng.standard_normal((2, n)) for _ in range(RIGHT_SAMPLES))
    assert uniform([statistics.correlation_p(a, b) for a, b in pairs])


@pytest.mark.parametrize(("n", "probability"), [(30, 0.5), (400, 0.05), (1000, 0.9)])
def test_count_p_is_conservative(n, probability):
    counts = np.random.default_rng(n).binomial(n, probability, size=RIGHT_SAMPLES)
    p_of = {count: statistics.count_p(count, n, probability) for count in np.unique(counts)}
    assert conservative([p_of[count] for count in counts])


@pytest.mark.parametrize(("n", "probability"), [(7, 0.2), (12, 0.5)])
def test_count_p_is_the_mass_of_all_counts_that_are_no_likelier(n, probability):
    mass = stats.binom.pmf(np.arange(n + 1), n, probability)
    for count in range(n + 1):
        wanted = mass[mass <= mass[count] * (1 + 1e-7)].sum()
        assert statistics.count_p(count, n, probability) == pytest.approx(wanted)


@pytest.mark.parametrize(("n", "probability"), [(50, 0.3), (50, 0.5), (20, 0.6)])
def test_too_regular_p_is_conservative_for_binomial_counts(n, probability):
    """The whole lower tail, for eighty counts as the sampling exercise draws them."""
    rng = np.random.default_rng(n)
    counts = rng.binomial(n, probability, size=(20_000, 80))
    assert conservative([statistics.too_regular_p(row, n, probability) for row in counts])


def test_too_regular_p_finds_counts_that_never_vary():
    assert statistics.too_regular_p(np.full(80, 15), 50, 0.3) < FALSE_REJECT
    alternating = 15 + np.tile([0, 1], 40)
    assert statistics.too_regular_p(alternating, 50, 0.3) < FALSE_REJECT


@pytest.mark.parametrize(("a", "b"), [(1, 1), (1, 5), (2, 5), (3, 3), (4, 4), (3, 5), (2, 2)])
def test_too_sorted_p_is_the_part_of_all_orders_with_no_more_runs(a, b):
    def runs(labels):
        return 1 + sum(x != y for x, y in pairwise(labels))

    orders = Counter(permutations([True] * a + [False] * b))
    total = sum(orders.values())
    by_runs = Counter()
    for order, times in orders.items():
        by_runs[runs(order)] += times
    for order in orders:
        wanted = sum(times for r, times in by_runs.items() if r <= runs(order)) / total
        assert statistics.too_sorted_p(np.array(order)) == pytest.approx(wanted)


def test_too_sorted_p_is_conservative_and_finds_sorted_rows():
    rng = np.random.default_rng(1)
    labels = rng.random((RIGHT_SAMPLES, 60)) < 0.3
    assert conservative([statistics.too_sorted_p(row) for row in labels])
    rarest = np.arange(4000) < 200
    assert statistics.too_sorted_p(rarest) < FALSE_REJECT
    assert statistics.too_sorted_p(rng.permutation(rarest)) > FALSE_REJECT


def test_a_single_kind_of_labels_cannot_be_sorted():
    assert statistics.too_sorted_p(np.ones(9, dtype=bool)) == 1


def test_wrong_samples_are_surprising():
    rng = np.random.default_rng(2)
    rows = rng.standard_normal((4000, 2))
    assert statistics.mean_p(rows + 0.2) < FALSE_REJECT
    assert all(p < FALSE_REJECT for p in statistics.spread_p(1.2 * rows))
    assert all(p < FALSE_REJECT for p in statistics.spread_p(0.8 * rows))
    assert statistics.correlation_p(rows[:, 0], rows[:, 1] + 0.2 * rows[:, 0]) < FALSE_REJECT
    assert statistics.count_p(400, 4000, 0.05) < FALSE_REJECT


def test_nothing_to_weigh_is_surprising():
    assert not unsurprising()


def test_nan_is_surprising_wherever_it_stands():
    assert not unsurprising(float("nan"))
    assert not unsurprising(0.5, float("nan"))
    assert not unsurprising(float("nan"), 0.5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_budget_is_split_evenly(p_values):
    assert unsurprising(*p_values) == (min(p_values) * len(p_values) > FALSE_REJECT)


def test_the_threshold_lies_where_bonferroni_puts_it():
    for k in (1, 3, 12):
        assert unsurprising(*[FALSE_REJECT / k * 1.001] * k)
        assert not unsurprising(*[0.5] * (k - 1), FALSE_REJECT / k * 0.999)


@pytest.mark.parametrize("probability", [0.0, 5e-324, 1.5e-305, 1e-150])
def test_count_p_of_what_hardly_ever_happens(probability):
    assert statistics.count_p(0, 4000, probability) == 1
    assert statistics.count_p(1, 4000, probability) < FALSE_REJECT
