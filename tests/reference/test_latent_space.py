"""The reference answers of section 04 against scikit-learn, quadrature, algebra and simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression

from helpers.exercises.latent_space import log_marginal_likelihood
from helpers.exercises.latent_space.asks import ExponentialDecoder, LinearDecoder
from helpers.exercises.latent_space.fit_pca import cloud
from helpers.reference import latent_space as reference
from nbjudge.exercise.draws import orthonormal
from nbjudge.exercise.statistics import bounded_mean_p

quick = settings(max_examples=60)
seeds = st.integers(0, 2**32)


@pytest.mark.parametrize(
    ("n", "d", "rank", "n_latent"),
    [
        (40, 5, 5, 3),
        (6, 11, 5, 5),
        (9, 1, 1, 1),
        (2, 4, 1, 1),
        (20, 6, 3, 3),
        (30, 3, 3, 3),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_pca_is_scikit_learns_up_to_signs(n, d, rank, n_latent, seed):
    rng = np.random.default_rng(seed)
    X = cloud(rng, n, d, rank, rng.normal(scale=20, size=d))
    mean, components, ratio = reference.fit_pca(X, n_latent)
    theirs = PCA(n_latent, svd_solver="full").fit(X)
    np.testing.assert_allclose(mean, theirs.mean_, atol=1e-12)
    np.testing.assert_allclose(np.abs((components * theirs.components_).sum(axis=1)), 1)
    np.testing.assert_allclose(ratio, theirs.explained_variance_ratio_, rtol=1e-9)
    np.testing.assert_allclose(components @ components.T, np.eye(n_latent), atol=1e-12)


@quick
@given(seeds, st.integers(2, 12), st.integers(1, 6))
def test_shares_are_variances_of_the_codes_and_sum_to_one_at_full_rank(seed, n, d):
    X = np.random.default_rng(seed).normal(size=(n, d)) * np.linspace(1, 3, d) + 7
    rank = min(n - 1, d)
    mean, components, ratio = reference.fit_pca(X, rank)
    codes = reference.encode(X, mean, components)
    np.testing.assert_allclose(codes.var(axis=0) / X.var(axis=0).sum(), ratio, atol=1e-9)
    np.testing.assert_allclose(ratio.sum(), 1)
    np.testing.assert_allclose(reference.decode(codes, mean, components), X, atol=1e-9)


@quick
@given(seeds, st.integers(1, 5), st.integers(1, 6), st.integers(0, 3))
def test_encode_undoes_decode_and_finds_the_nearest_image(seed, n, L, more):
    rng = np.random.default_rng(seed)
    components, mean = orthonormal(rng, L, L + more), rng.normal(scale=5, size=L + more)
    Z, X = rng.normal(size=(n, L)), rng.normal(size=(n, L + more))
    images = reference.decode(Z, mean, components)
    np.testing.assert_allclose(reference.encode(images, mean, components), Z, atol=1e-12)
    nearest = np.linalg.lstsq(components.T, (X - mean).T, rcond=None)[0].T
    np.testing.assert_allclose(reference.encode(X, mean, components), nearest, atol=1e-9)


@pytest.mark.parametrize("num_steps", [2, 3, 10])
def test_interpolation_decodes_evenly_spaced_codes_one_by_one(num_steps):
    rng = np.random.default_rng(num_steps)
    decoder = ExponentialDecoder(rng.normal(size=(3, 5)), rng.normal(size=5))
    z1, z2 = rng.normal(size=(2, 3))
    images = reference.interpolate(decoder, z1, z2, num_steps)
    assert images.shape == (num_steps, 5)
    for k, image in enumerate(images):
        np.testing.assert_allclose(image, decoder(z1 + k / (num_steps - 1) * (z2 - z1)))


def test_arithmetic_ends_where_interpolation_does():
    rng = np.random.default_rng(0)
    decoder = ExponentialDecoder(rng.normal(size=(2, 4)), rng.normal(size=4))
    z1, z2 = rng.normal(size=(2, 2))
    path = reference.interpolate(decoder, z1, z2, 3)
    for alpha, image in zip((0.0, 0.5, 1.0), path, strict=True):
        np.testing.assert_allclose(reference.arithmetic(decoder, z1, z2 - z1, alpha), image)


@quick
@given(seeds, st.integers(1, 9), st.integers(1, 9), st.integers(1, 4))
def test_attribute_direction_is_a_regression_slope(seed, n_with, n_without, L):
    rng = np.random.default_rng(seed)
    has = rng.permutation(np.repeat([True, False], [n_with, n_without]))
    Z = rng.normal(size=(len(has), L)) + 4
    slope = LinearRegression().fit(has[:, None].astype(float), Z).coef_.ravel()
    np.testing.assert_allclose(reference.attribute_direction(Z, has), slope, atol=1e-9)


def random_scene(seed, L, d):
    """A linear decoder, its noise and an x that it explains: x, weights, bias, sigma."""
    rng = np.random.default_rng(seed)
    weights, bias, sigma = rng.normal(size=(L, d)), rng.normal(size=d), rng.uniform(0.5, 2)
    return rng.normal(size=L) @ weights + bias + sigma * rng.normal(size=d), weights, bias, sigma


@quick
@given(seeds, st.integers(1, 5), st.integers(1, 6), st.floats(0.05, 20))
def test_log_densities_are_scipys(seed, n, d, sigma):
    x, *means = np.random.default_rng(seed).normal(scale=3, size=(n + 1, d))
    wanted = [stats.multivariate_normal(m, sigma**2 * np.eye(d)).logpdf(x) for m in means]
    np.testing.assert_allclose(reference.log_densities(x, np.array(means), sigma), wanted)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("d", [1, 3])
def test_the_evidence_of_a_linear_decoder_and_its_weights_agree_with_quadrature(seed, d):
    x, weights, bias, sigma = random_scene(seed, 1, d)

    def moment(power):
        def integrand(z):
            log_weight = reference.log_densities(x, (z * weights + bias), sigma)[0]
            return np.exp(power * log_weight) * stats.norm.pdf(z)

        peak = float((x - bias) @ weights[0] / (weights[0] @ weights[0] + sigma**2))
        return quad(integrand, peak - 12, peak + 12, points=[peak], epsabs=0, limit=200)[0]

    assert reference.log_evidence(x, weights, bias, sigma) == pytest.approx(np.log(moment(1)))
    variance, bound = reference.relative_weights(x, weights, bias, sigma)
    assert variance == pytest.approx(moment(2) / moment(1) ** 2 - 1, rel=1e-6)
    nearest = x - bias - (x - bias) @ weights.T @ weights / np.square(weights).sum()
    top = reference.log_densities(nearest, np.zeros((1, d)), sigma)[0]
    assert bound >= np.exp(top) / moment(1)


@pytest.mark.parametrize(("L", "d"), [(1, 1), (2, 3), (3, 2)])
def test_many_codes_bring_the_estimate_to_the_evidence(L, d):
    x, weights, bias, sigma = random_scene(L, L, d)
    decoder, rng = LinearDecoder(weights, bias), np.random.default_rng(0)
    estimate = reference.log_marginal_likelihood(x, decoder, sigma, 200_000, rng)
    variance, _ = reference.relative_weights(x, weights, bias, sigma)
    wanted = reference.log_evidence(x, weights, bias, sigma)
    assert estimate == pytest.approx(wanted, abs=5 * np.sqrt(variance / 200_000))


def test_a_decoder_that_ignores_the_code_leaves_nothing_to_chance():
    x, bias, sigma = np.linspace(0, 9, 400), np.full(400, 3.0), 1e-3
    decoder = LinearDecoder(np.zeros((2, 400)), bias)
    wanted = stats.norm.logpdf(x, bias, sigma).sum()
    assert wanted < -1e8
    for seed, n_samples in enumerate((1, 7, 300)):
        rng = np.random.default_rng(seed)
        got = reference.log_marginal_likelihood(x, decoder, sigma, n_samples, rng)
        assert got == pytest.approx(wanted)
    at_bias = reference.log_marginal_likelihood(bias, decoder, sigma, 5, rng)
    assert at_bias == pytest.approx(stats.norm.logpdf(0, scale=sigma) * 400)


def test_bernsteins_bound_covers_the_estimates_that_are_judged():
    """Tails of 3000 estimates of one probe are far below what the bound allows them."""
    scene = log_marginal_likelihood.varied(np.random.default_rng(3))[2].expected
    own = (scene.x, scene.weights, scene.bias, scene.sigma)
    variance, bound = reference.relative_weights(*own)
    rng, n = np.random.default_rng(0), 400
    images = LinearDecoder(scene.weights, scene.bias)(rng.standard_normal((3000 * n, 1)))
    logs = reference.log_densities(scene.x, images, scene.sigma) - reference.log_evidence(*own)
    means = np.exp(logs).reshape(3000, n).mean(axis=1)
    assert means.mean() == pytest.approx(1, abs=5 * np.sqrt(variance / (3000 * n)))
    p_values = np.array([bounded_mean_p(m, 1.0, variance, bound, n) for m in means])
    for level in (0.3, 0.1, 0.03, 0.01):
        assert (p_values <= level).mean() <= level
    assert np.isnan(bounded_mean_p(np.inf, 1.0, variance, bound, n))
