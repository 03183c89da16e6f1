"""The reference answers of section 02 against scipy, scikit-learn, quadrature and algebra."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats
from scipy.integrate import quad
from sklearn.mixture import GaussianMixture

from helpers.reference import maximum_likelihood as reference

quick = settings(max_examples=60)
seeds = st.integers(0, 2**32)
scales = st.floats(0.05, 20)
places = st.floats(-50, 50)


def random_covariance(rng, d, scale=1.0):
    factor = rng.normal(size=(d, d)) + 1.5 * np.eye(d)
    return scale * (factor @ factor.T + 0.1 * np.eye(d))


@quick
@given(seeds, st.integers(1, 50), places, scales)
def test_the_log_likelihood_is_the_sum_of_scipys_log_densities(seed, n, mu, sigma):
    data = np.random.default_rng(seed).normal(3, 2, size=n)
    total = reference.gaussian_log_likelihood(data, mu, sigma)
    assert total == pytest.approx(stats.norm.logpdf(data, mu, sigma).sum(), rel=1e-10, abs=1e-9)


def test_the_log_likelihood_is_the_log_of_the_product_while_there_is_one():
    data = np.random.default_rng(0).normal(3, 2, size=2000)
    densities = stats.norm.pdf(data, 2.5, 1.7)
    short = reference.gaussian_log_likelihood(data[:40], 2.5, 1.7)
    assert short == pytest.approx(np.log(np.prod(densities[:40])))
    assert np.prod(densities[:400]) == 0
    assert reference.gaussian_log_likelihood(data, 2.5, 1.7) == pytest.approx(
        np.log(densities).sum()
    )


def test_a_likelihood_of_one_point_has_area_one():
    def likelihood(x):
        return np.exp(reference.gaussian_log_likelihood(np.array([x]), -1.3, 0.7))

    assert quad(likelihood, -10, 10, points=[-1.3])[0] == pytest.approx(1, abs=1e-9)


def test_the_numbers_of_the_course_s_example():
    """A hundred draws of seed 42, to the digits that hold."""
    np.random.seed(42)
    data = np.random.normal(3.0, 2.0, 100)
    mu, sigma = reference.gaussian_mle(data)
    assert (round(mu, 4), round(sigma, 4)) == (2.7923, 1.8072)
    assert reference.gaussian_log_likelihood(data, mu, sigma) == pytest.approx(-201.07, abs=0.005)


@quick
@given(seeds, st.integers(2, 60))
def test_the_gaussian_estimate_is_scipys_and_no_neighbour_is_likelier(seed, n):
    data = np.random.default_rng(seed).exponential(3, size=n) - 5
    mu, sigma = reference.gaussian_mle(data)
    assert (mu, sigma) == pytest.approx(stats.norm.fit(data))
    best = reference.gaussian_log_likelihood(data, mu, sigma)
    for step, factor in itertools.product((-0.1, 0, 0.1), (0.9, 1, 1.1)):
        there = reference.gaussian_log_likelihood(data, mu + step * sigma, sigma * factor)
        assert there <= best + 1e-9


def test_the_gaussian_estimate_is_a_mixture_of_one_component():
    data = np.random.default_rng(1).normal(-4, 0.3, size=50)
    model = GaussianMixture(1, reg_covar=0).fit(data[:, None])
    expected = model.means_[0, 0], np.sqrt(model.covariances_[0, 0, 0])
    assert reference.gaussian_mle(data) == pytest.approx(expected)


def test_the_estimate_of_a_single_point_is_that_point():
    assert reference.gaussian_mle(np.array([2.5])) == (2.5, 0)


def test_the_public_coin():
    assert reference.bernoulli_mle(np.array([1, 0, 1, 1, 0])) == pytest.approx(0.6)


@quick
@given(st.lists(st.integers(0, 1), min_size=1, max_size=40))
def test_no_other_coin_is_likelier(tosses):
    data = np.array(tosses)
    ones, p = data.sum(), reference.bernoulli_mle(data)
    grid = np.linspace(0, 1, 201)
    assert (
        stats.binom.logpmf(ones, len(data), p)
        >= stats.binom.logpmf(ones, len(data), grid).max() - 1e-12
    )


@quick
@given(st.lists(st.integers(0, 30), min_size=1, max_size=6).filter(any), seeds)
def test_no_other_die_is_likelier(rolls, seed):
    counts = np.array(rolls)
    p = reference.multinomial_mle(counts)
    assert p.shape == counts.shape
    assert p.sum() == pytest.approx(1)
    assert (p[counts == 0] == 0).all()
    best = stats.multinomial.logpmf(counts, counts.sum(), p)
    for other in np.random.default_rng(seed).dirichlet(np.ones(len(counts)), size=20):
        assert stats.multinomial.logpmf(counts, counts.sum(), other) <= best + 1e-9


def test_the_die_by_a_numerical_optimiser():
    counts = np.array([3, 11, 5])

    def loss(logits):
        return -(counts * (logits - np.logaddexp.reduce(logits))).sum()

    logits = optimize.minimize(loss, np.zeros(3)).x
    found = np.exp(logits - np.logaddexp.reduce(logits))
    np.testing.assert_allclose(reference.multinomial_mle(counts), found, atol=1e-5)


@quick
@given(seeds, st.integers(1, 6), st.integers(1, 5), st.sampled_from([1e-4, 1.0, 1e4]))
def test_mvn_log_pdf_is_scipys(seed, d, n, scale):
    rng = np.random.default_rng(seed)
    X, mean = rng.normal(scale=3, size=(n, d)), rng.normal(scale=3, size=d)
    cov = random_covariance(rng, d, scale)
    got = reference.mvn_log_pdf(X, mean, cov)
    assert got.shape == (n,)
    wanted = np.atleast_1d(stats.multivariate_normal.logpdf(X, mean, cov))
    np.testing.assert_allclose(got, wanted, rtol=1e-7, atol=1e-8)


@quick
@given(seeds, st.integers(1, 4))
def test_a_diagonal_covariance_is_a_sum_of_one_dimensional_log_likelihoods(seed, d):
    rng = np.random.default_rng(seed)
    x, mean, deviations = rng.normal(size=d), rng.normal(size=d), rng.uniform(0.2, 3, size=d)
    parts = [reference.gaussian_log_likelihood(x[[i]], mean[i], deviations[i]) for i in range(d)]
    (whole,) = reference.mvn_log_pdf(x[None], mean, np.diag(deviations**2))
    assert whole == pytest.approx(sum(parts))


def test_a_determinant_that_underflows_is_no_trouble():
    d = 400
    cov = 1e-3 * np.eye(d)
    assert np.linalg.det(cov) == 0
    (at_the_mean,) = reference.mvn_log_pdf(np.zeros((1, d)), np.zeros(d), cov)
    assert at_the_mean == pytest.approx(-0.5 * d * np.log(2 * np.pi * 1e-3))
    (away,) = reference.mvn_log_pdf(np.full((1, d), 0.1), np.zeros(d), cov)
    assert away == pytest.approx(at_the_mean - 0.5 * d * 0.01 / 1e-3)


def test_a_density_that_underflows_is_no_trouble():
    rng = np.random.default_rng(3)
    cov, mean = random_covariance(rng, 64), rng.normal(size=64)
    X = mean + 60 * rng.normal(size=(5, 64)) @ np.linalg.cholesky(cov).T
    wanted = stats.multivariate_normal.logpdf(X, mean, cov)
    assert np.exp(wanted).max() == 0
    np.testing.assert_allclose(reference.mvn_log_pdf(X, mean, cov), wanted, rtol=1e-6)


@pytest.mark.parametrize(
    "cov",
    [
        np.diag([2.0, 0.0]),
        np.diag([0.0, 3.0, 1.0]),
        np.array([[2.0, 1, 0], [1, 3, 0], [0, 0, 0]]),
        np.array([[1.0, 2.0], [2.0, 4.0]]),
        np.zeros((1, 1)),
    ],
    ids=["last", "first", "tilted", "proportional", "nothing"],
)
def test_a_singular_covariance_raises(cov):
    with pytest.raises(np.linalg.LinAlgError):
        reference.mvn_log_pdf(np.ones((2, len(cov))), np.zeros(len(cov)), cov)


@quick
@given(seeds, st.integers(1, 30), st.integers(1, 5), st.integers(1, 5))
def test_every_entry_of_the_surface_is_the_log_likelihood_of_its_pair(seed, n, a, b):
    rng = np.random.default_rng(seed)
    data, mus, sigmas = rng.normal(3, 2, size=n), rng.normal(size=a), rng.uniform(0.3, 4, size=b)
    surface = reference.log_likelihood_surface(data, mus, sigmas)
    assert surface.shape == (b, a)
    for j, i in np.ndindex(b, a):
        alone = reference.gaussian_log_likelihood(data, mus[i], sigmas[j])
        assert surface[j, i] == pytest.approx(alone, rel=1e-9, abs=1e-9)


def test_the_surface_is_highest_at_the_estimates():
    data = np.random.default_rng(5).normal(3, 2, size=400)
    mu, sigma = reference.gaussian_mle(data)
    mus, sigmas = mu + np.linspace(-1, 2, 31), sigma * np.geomspace(0.5, 4, 31)
    surface = reference.log_likelihood_surface(data, mus, sigmas)
    assert np.unravel_index(surface.argmax(), surface.shape) == (10, 10)


@quick
@given(seeds, st.integers(0, 12), scales, places, scales)
def test_the_posterior_is_one_observation_at_a_time(seed, n, sigma, prior_mean, prior_std):
    data = np.random.default_rng(seed).normal(2, 3, size=n)
    state = prior_mean, prior_std
    for i in range(n):
        state = reference.gaussian_posterior(data[i : i + 1], sigma, *state)
    whole = reference.gaussian_posterior(data, sigma, prior_mean, prior_std)
    assert whole == pytest.approx(state, rel=1e-8, abs=1e-8)


@pytest.mark.parametrize("n", [0, 1, 7])
def test_the_posterior_is_prior_times_likelihood_by_quadrature(n):
    data, (sigma, prior_mean, prior_std) = np.linspace(0.2, 2, n), (0.8, -1.0, 1.5)

    def joint(mu):
        return np.exp(reference.gaussian_log_likelihood(data, mu, sigma)) * stats.norm.pdf(
            mu, prior_mean, prior_std
        )

    moments = [quad(lambda m, k=k: m**k * joint(m), -15, 15, points=[0, 1])[0] for k in range(3)]
    mean = moments[1] / moments[0]
    std = np.sqrt(moments[2] / moments[0] - mean**2)
    found = reference.gaussian_posterior(data, sigma, prior_mean, prior_std)
    assert found == pytest.approx((mean, std), rel=1e-6)


def test_the_posterior_without_data_is_the_prior():
    assert reference.gaussian_posterior(np.empty(0), 2.0, -3.0, 0.7) == pytest.approx((-3.0, 0.7))


def test_the_posterior_under_a_vague_prior_is_the_estimate_and_its_standard_error():
    data = np.random.default_rng(6).normal(4, 2, size=50)
    found = reference.gaussian_posterior(data, 2.0, -100.0, 1e6)
    assert found == pytest.approx((data.mean(), 2.0 / np.sqrt(50)), rel=1e-6)
