"""The reference answers of section 03 against scipy, quadrature, closed forms and simulation."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.signal import correlate

from helpers.exercises.sampling import asks, densities
from helpers.reference import sampling as reference
from nbjudge.exercise import statistics

quick = settings(max_examples=60)
BETA = stats.beta(2, 5)
WALK = ("normal", 0.5, 1.3)


def test_the_constant_of_a_beta_under_a_uniform_is_its_peak():
    grid = np.linspace(0, 1, 1001)
    M = reference.rejection_constant(BETA.pdf, stats.uniform.pdf, grid)
    assert pytest.approx(BETA.pdf(0.2), rel=1e-12) == M


def test_the_constant_is_the_largest_ratio_that_an_optimiser_finds():
    p, q = stats.norm(1, 0.5).pdf, stats.norm(0, 2).pdf
    best = minimize_scalar(lambda x: -p(x) / q(x), bounds=(0, 3), method="bounded")
    grid = np.linspace(-8, 8, 16_001)
    assert reference.rejection_constant(p, q, grid) == pytest.approx(-best.fun, rel=1e-6)


def test_the_constant_ignores_points_where_both_densities_vanish():
    grid = np.linspace(-1, 2, 300)
    M = reference.rejection_constant(lambda x: 3.0 * BETA.pdf(x), stats.uniform.pdf, grid)
    assert pytest.approx(3 * BETA.pdf(grid).max()) == M


@pytest.mark.parametrize("scale", [0.1, 1.0, 40.0])
def test_rejection_draws_the_target_at_the_rate_of_the_areas(scale):
    n, rng = 4000, np.random.default_rng(3)
    M = 1.2 * scale * reference.rejection_constant(BETA.pdf, stats.uniform.pdf, np.linspace(0, 1))
    samples, rate = reference.rejection_sample(
        lambda x: scale * BETA.pdf(x),
        lambda size, rng: rng.random(size),
        stats.uniform.pdf,
        M,
        n,
        rng,
    )
    assert samples.shape == (n,)
    assert stats.kstest(samples, BETA.cdf).pvalue > 1e-3
    assert rate == pytest.approx(scale / M, abs=0.03)


def test_rejection_of_nothing_is_empty_and_a_low_ceiling_is_refused():
    def uniform(size, rng):
        return rng.random(size)

    rng = np.random.default_rng(0)
    samples, _ = reference.rejection_sample(BETA.pdf, uniform, stats.uniform.pdf, 2.5, 0, rng)
    assert samples.shape == (0,)
    with pytest.raises(ValueError, match="too small"):
        reference.rejection_sample(BETA.pdf, uniform, stats.uniform.pdf, 2.4, 2000, rng)


@pytest.mark.parametrize("shift", [0.0, 1200.0, -1200.0])
def test_the_importance_estimate_finds_the_tail_of_a_normal(shift):
    """E[x² | x > 2] by quadrature; the constant of the target is free."""

    def log_target(x):
        return np.where(x > 2, stats.norm.logpdf(x), -np.inf) + shift

    proposal = stats.norm(3, 2)
    samples = proposal.rvs(200_000, random_state=4)
    estimate, weights = reference.importance_estimate(
        np.square, log_target, proposal.logpdf, samples
    )
    truth = quad(lambda x: x**2 * stats.norm.pdf(x), 2, 20)[0] / stats.norm.sf(2)
    assert truth == pytest.approx(5.7464, abs=1e-4)
    assert estimate == pytest.approx(truth, abs=0.03)
    assert weights.sum() == pytest.approx(1)
    assert (weights[samples <= 2] == 0).all()


def test_importance_weights_are_all_equal_where_the_proposal_is_the_target():
    samples = np.linspace(-1, 1, 7)
    log_q = stats.norm.logpdf
    estimate, weights = reference.importance_estimate(np.exp, log_q, log_q, samples)
    np.testing.assert_allclose(weights, 1 / 7)
    assert estimate == pytest.approx(np.exp(samples).mean())


@quick
@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=30), st.floats(0.1, 10))
def test_the_effective_sample_size_is_between_one_and_n_whatever_the_scale(values, scale):
    weights = np.array(values)
    size = reference.effective_sample_size(weights)
    assert 1 - 1e-9 <= size <= len(weights) * (1 + 1e-9)
    assert reference.effective_sample_size(scale * weights) == pytest.approx(size)
    variation = weights.std() / weights.mean()
    assert size == pytest.approx(len(weights) / (1 + variation**2))


def test_a_chain_that_starts_at_its_target_stays_there():
    rng = np.random.default_rng(5)
    target = densities.gumbel(rng)
    starts = np.array(densities.draws(target, 3000, rng))
    states, moved = reference.metropolis(asks.log_density(target), starts, 10, 2 * target[2], rng)
    for step in (0, 4, 9):
        assert stats.kstest(states[:, step], densities.cdf(target)).pvalue > 1e-3
    previous = np.column_stack([starts, states[:, :-1]])
    np.testing.assert_array_equal(states != previous, moved)


def test_the_acceptance_rate_of_a_walk_on_a_normal_is_that_of_the_closed_form():
    """(2/π) arctan(2/s) for a standard normal and a walk of standard deviation s."""
    rng, std = np.random.default_rng(6), 2.4
    starts = rng.standard_normal(40_000)
    _, moved = reference.metropolis(stats.norm.logpdf, starts, 1, std, rng)
    assert moved.mean() == pytest.approx(2 / np.pi * np.arctan(2 / std), abs=0.01)


def test_one_chain_has_the_shape_and_the_rate_that_it_says():
    log_target = asks.log_density(WALK, shift=-1e4)
    samples, rate = reference.metropolis_hastings(
        log_target, 8.0, 20_000, 2.5, 200, np.random.default_rng(7)
    )
    assert samples.shape == (20_000,)
    assert samples.mean() == pytest.approx(0.5, abs=0.1)
    assert samples.std() == pytest.approx(1.3, abs=0.1)
    assert (rate * 20_200) % 1 == pytest.approx(0, abs=1e-6)


@quick
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.3, 0.9), st.floats(-1, 1))
def test_acceptance_keeps_the_flows_there_and_back_in_balance(a, b, pull, push):
    log_p, log_q = asks.log_density(WALK), asks.drifting(pull, push, 1.1)
    there = log_p(a) + log_q(b, a) + reference.mh_log_acceptance(log_p, log_q, a, b)
    back = log_p(b) + log_q(a, b) + reference.mh_log_acceptance(log_p, log_q, b, a)
    assert there == pytest.approx(back, abs=1e-9)
    assert reference.mh_log_acceptance(log_p, log_q, a, b) <= 0


def test_acceptance_where_the_density_is_zero_is_never_nan():
    log_p, log_q = asks.log_density(densities.flat(0.0, 1.0)), asks.drifting(0.5, 0.1, 1.0)
    assert reference.mh_log_acceptance(log_p, log_q, 0.5, 2.0) == -np.inf
    assert reference.mh_log_acceptance(log_p, log_q, 2.0, 0.5) == 0
    assert reference.mh_log_acceptance(log_p, log_q, 2.0, 3.0) in (0, -np.inf)


@quick
@given(st.integers(0, 2**32), st.integers(3, 60), st.floats(-50, 50))
def test_autocorrelation_is_scipys_correlation_of_the_centred_chain(seed, n, offset):
    x = np.random.default_rng(seed).normal(size=n) + offset
    centred = x - x.mean()
    full = correlate(centred, centred, method="direct")[n - 1 :]
    found = reference.autocorrelation(x, n - 1)
    np.testing.assert_allclose(found, full / full[0], atol=1e-9)
    assert found[0] == 1


def test_autocorrelation_of_an_autoregressive_chain_falls_by_powers():
    rng, x = np.random.default_rng(8), np.zeros(100_000)
    for t in range(1, len(x)):
        x[t] = 0.9 * x[t - 1] + rng.standard_normal()
    np.testing.assert_allclose(reference.autocorrelation(x + 30, 4), 0.9 ** np.arange(5), atol=0.02)


@pytest.mark.parametrize(
    "density",
    [
        ("normal", -1.0, 0.7),
        ("mixture", 0.3, (-1.0, 0.4), (2.0, 0.6)),
        ("gumbel", 1.0, 0.8),
        densities.steps(-1.0, [0.5, 0.25, 1.0], [0.4, 0.0, 0.6]),
        ("ramp", -1.0, 2.0),
    ],
    ids=lambda d: d[0],
)
def test_the_densities_of_the_asks_are_normalised_and_have_the_judges_distribution(density):
    pdf = asks.pdf(density)
    edges = list(density[1]) if density[0] == "steps" else [-1, 2]
    assert quad(pdf, -15, 25, points=edges, limit=200)[0] == pytest.approx(1, abs=1e-6)
    if density[0] not in ("normal", "ramp"):
        found = quad(pdf, -15, 0.9, points=[e for e in edges if e < 0.9], limit=200)[0]
        assert densities.cdf(density)(0.9) == pytest.approx(found, abs=1e-6)
    x = np.array([-0.9, 0.2, 1.4])
    np.testing.assert_array_equal([pdf(value) for value in x], pdf(x))
    assert isinstance(pdf(0.2), np.float64)


@pytest.mark.parametrize(
    "density",
    [
        ("normal", -1.0, 0.7),
        densities.flat(1.0, 3.0),
        ("ramp", -1.0, 2.0),
    ],
    ids=lambda d: d[0],
)
def test_the_proposals_of_the_asks_are_drawn_from_their_densities(density):
    rng = np.random.default_rng(9)
    draw, pdf = asks.Sampler(density), asks.pdf(density)
    samples = draw(4000, rng)
    edges = np.quantile(samples, [0.0, 0.25, 0.5, 0.75, 1.0])
    shares = [quad(pdf, a, b)[0] for a, b in pairwise(edges)]
    np.testing.assert_allclose(shares, 0.25, atol=0.03)
    assert np.shape(draw(None, rng)) == ()
    assert np.shape(draw(size=3, rng=rng)) == (3,)


@pytest.mark.parametrize(("n", "probability"), [(20, 0.3), (50, 0.7)])
def test_rate_p_is_conservative_however_one_stops(n, probability):
    """The rate is looked at wherever, after n trials, it is furthest from what is expected."""
    rng = np.random.default_rng(10)
    worst = []
    for _ in range(1500):
        trials = rng.random(20 * n) < probability
        rates = np.cumsum(trials)[n - 1 :] / np.arange(n, 20 * n + 1)
        worst.append(min(statistics.rate_p(r, n, probability) for r in (rates.min(), rates.max())))
    for level in (0.5, 0.1, 0.02):
        found = np.mean(np.array(worst) <= level)
        assert found <= level + 4 * np.sqrt(level / len(worst))


def test_rate_p_notices_a_wrong_rate_and_refuses_what_is_none():
    assert statistics.rate_p(0.25, 3000, 0.3) < 1e-6
    assert statistics.rate_p(0.3, 3000, 0.3) == 1
    assert statistics.rate_p(1.2, 10, 0.5) == statistics.rate_p(float("nan"), 10, 0.5) == 0


def test_the_two_tests_of_distributions_are_calibrated():
    rng = np.random.default_rng(11)
    one = [statistics.distribution_p(rng.random(200), stats.uniform.cdf) for _ in range(600)]
    assert stats.kstest(one, "uniform").pvalue > 1e-3
    two = [
        statistics.same_p(rng.integers(6, size=200), rng.integers(6, size=200)) for _ in range(600)
    ]
    assert np.mean(np.array(two) < 0.05) <= 0.05 + 4 * np.sqrt(0.05 / 600)
    assert statistics.same_p(rng.random(400), rng.random(400) ** 2) < 1e-6
