"""The reference answers of section 05 against scipy, scikit-learn, simulation and closed forms."""

import warnings
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.linalg import sqrtm
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from sklearn.metrics.pairwise import polynomial_kernel

from helpers.reference import evaluation_metrics as reference

quick = settings(max_examples=60)
seeds = st.integers(0, 2**32)


def distributions(rng, *shape):
    weights = rng.gamma(0.7, size=shape) * (rng.random(shape) < 0.8)
    weights[..., 0] += 0.01
    return weights / weights.sum(axis=-1, keepdims=True)


def covariance(rng, d, n=None):
    return np.cov(rng.normal(size=(n or 3 * d + 2, d)) * rng.uniform(0.5, 3, d), rowvar=False)


@quick
@given(seeds, st.integers(1, 6), st.integers(1, 5))
def test_the_divergence_is_scipys_and_never_negative(seed, k, n):
    rng = np.random.default_rng(seed)
    p, q = distributions(rng, n, k), distributions(rng, 3, 1, k)
    ours = reference.kl_divergence(p, q)
    assert ours.shape == (3, n)
    np.testing.assert_allclose(ours, stats.entropy(*np.broadcast_arrays(p, q), axis=-1), atol=1e-12)
    assert ours.min() > -1e-12


def test_the_divergence_where_either_distribution_is_zero():
    p = np.array([0.5, 0.5, 0.0])
    assert reference.kl_divergence(p, np.array([0.25, 0.25, 0.5])) == pytest.approx(np.log(2))
    assert reference.kl_divergence(p, np.array([1.0, 0.0, 0.0])) == np.inf
    assert reference.kl_divergence(p, np.array([0.25, 0.75, 0.0])) == pytest.approx(
        0.5 * np.log(2) + 0.5 * np.log(2 / 3)
    )
    assert reference.kl_divergence(p, p) == 0


def test_the_divergence_is_the_mean_log_ratio_of_draws():
    rng = np.random.default_rng(0)
    p, q = np.array([0.1, 0.2, 0.7]), np.array([0.5, 0.3, 0.2])
    ratio = np.log(p / q)[rng.choice(3, size=200_000, p=p)]
    error = 5 * ratio.std() / np.sqrt(len(ratio))
    assert reference.kl_divergence(p, q) == pytest.approx(ratio.mean(), abs=error)


@quick
@given(seeds, st.integers(1, 6), st.integers(0, 9), st.integers(1, 5))
def test_the_inception_score_is_the_mutual_information_of_every_split(seed, splits, more, k):
    """log score = H(p(y)) − E H(p(y|x)), which uses no divergence."""
    probs = distributions(np.random.default_rng(seed), splits + more, k)
    sizes = [len(part) for part in np.array_split(np.arange(len(probs)), splits)]
    scores, start = [], 0
    for size in sizes:
        part = probs[start : (start := start + size)]
        gap = stats.entropy(part.mean(axis=0)) - stats.entropy(part, axis=1).mean()
        scores.append(np.exp(gap))
    mean, deviation = reference.inception_score(probs, splits)
    assert mean == pytest.approx(np.mean(scores))
    assert deviation == pytest.approx(np.std(scores), abs=1e-7)
    assert 1 - 1e-9 <= mean <= k + 1e-9


def test_the_inception_score_of_known_cases():
    three = np.full((3, 3), 0.05) + 0.85 * np.eye(3)
    assert reference.inception_score(three, 1) == pytest.approx((2.0223, 0), abs=5e-5)
    assert reference.inception_score(np.repeat(np.eye(7), 3, axis=0), 1) == pytest.approx((7, 0))
    assert reference.inception_score(np.full((20, 4), 0.25)) == pytest.approx((1, 0))
    collapsed = np.repeat(np.eye(5), 4, axis=0)  # one class a split, each a mode collapse
    assert reference.inception_score(collapsed, 5) == pytest.approx((1, 0))
    halves = np.concatenate([np.eye(2)[[0, 0, 0, 0]], np.eye(2)[[0, 1, 0, 1]]])
    assert reference.inception_score(halves, 2) == pytest.approx((1.5, 0.5))


@quick
@given(seeds, st.integers(1, 8), st.integers(1, 6))
def test_the_mean_entropy_is_scipys(seed, n, k):
    probs = distributions(np.random.default_rng(seed), n, k)
    ours = reference.mean_entropy(probs)
    assert ours == pytest.approx(stats.entropy(probs, axis=1).mean(), abs=1e-12)
    assert -1e-12 <= ours <= np.log(k) + 1e-12


def test_the_mean_entropy_of_certain_and_of_clueless_classifiers():
    assert reference.mean_entropy(np.eye(4)) == 0
    assert reference.mean_entropy(np.full((3, 8), 1 / 8)) == pytest.approx(np.log(8))


@quick
@given(seeds, st.integers(1, 6))
def test_the_frechet_distance_is_that_of_scipys_matrix_root(seed, d):
    rng = np.random.default_rng(seed)
    mu_r, mu_g = rng.normal(size=(2, d))
    sigma_r, sigma_g = covariance(rng, d).reshape(d, d), covariance(rng, d).reshape(d, d)
    root = sqrtm(sigma_r @ sigma_g).real
    expected = np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r + sigma_g - 2 * root)
    ours = reference.frechet_distance(mu_r, sigma_r, mu_g, sigma_g)
    assert ours == pytest.approx(expected, rel=1e-7, abs=1e-8)
    assert ours == pytest.approx(reference.frechet_distance(mu_g, sigma_g, mu_r, sigma_r))


def test_the_public_example_tells_the_usual_slips_apart():
    sigma_r, sigma_g = np.diag([9, 0.01]), np.array([[2, 1.9], [1.9, 2]])
    step = np.array([1.0, -2.0])
    ours = reference.frechet_distance(step, sigma_r, np.zeros(2), sigma_g)
    assert ours == pytest.approx(9.4322, abs=5e-5)
    base = step @ step + np.trace(sigma_r + sigma_g)
    roots = reference.square_root(sigma_r) @ reference.square_root(sigma_g)
    for slip in (np.trace(roots), np.sqrt(np.diag(sigma_r @ sigma_g)).sum()):
        assert abs(base - 2 * slip - ours) > 0.1


def test_the_frechet_distance_on_a_line_is_elementary():
    one = np.eye(1)
    ours = reference.frechet_distance(np.array([1.0]), 9 * one, np.array([-2.0]), 4 * one)
    assert ours == pytest.approx(3**2 + (3 - 2) ** 2)


def test_the_frechet_distance_is_the_cost_of_optimal_transport():
    """Points moved by the optimal affine map: no cheaper matching, and it costs the distance."""
    rng = np.random.default_rng(1)
    sigma_r, sigma_g = covariance(rng, 2), covariance(rng, 2)
    X = rng.multivariate_normal([0, 0], sigma_r, size=300)
    X = (X - X.mean(axis=0)) @ np.linalg.inv(reference.square_root(np.cov(X.T, ddof=0)))
    X = X @ reference.square_root(sigma_r)
    half = reference.square_root(sigma_r)
    inverse = np.linalg.inv(half)
    transport = inverse @ reference.square_root(half @ sigma_g @ half) @ inverse
    Y = X @ transport + [1.0, -2.0]
    costs = cdist(X, Y, "sqeuclidean")
    rows, columns = linear_sum_assignment(costs)
    ours = reference.frechet_distance(np.zeros(2), sigma_r, np.array([1.0, -2.0]), sigma_g)
    assert costs[rows, columns].mean() == pytest.approx(ours, rel=1e-9)


@quick
@given(seeds, st.integers(2, 30))
def test_singular_covariances_have_a_real_distance_that_a_ridge_approaches(seed, d):
    rng = np.random.default_rng(seed)
    sigma_r, sigma_g = covariance(rng, d, 2 + d // 3), covariance(rng, d, 2 + d // 4)
    mu = rng.normal(size=d)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ours = reference.frechet_distance(mu, sigma_r, mu, sigma_g)
        assert reference.frechet_distance(mu, sigma_r, mu, sigma_r) <= 1e-7 * np.trace(sigma_r)
    ridge = 1e-10 * np.eye(d)
    near = np.linalg.eigvals((sigma_r + ridge) @ (sigma_g + ridge)).real.clip(min=0)
    size = np.trace(sigma_r + sigma_g)
    assert ours == pytest.approx(size - 2 * np.sqrt(near).sum(), abs=1e-4 * size)
    assert 0 <= ours <= size


def test_nothing_has_a_negative_distance_from_itself():
    for d, n in product((1, 2, 10, 64), (2, 5, 100)):
        sigma = covariance(np.random.default_rng(d + n), d, n).reshape(d, d)
        assert 0 <= reference.frechet_distance(np.ones(d), sigma, np.ones(d), sigma) <= 1e-12 * d**3
    nothing = np.zeros((3, 3))
    assert reference.frechet_distance(np.ones(3), nothing, np.zeros(3), nothing) == 3


@quick
@given(seeds, st.integers(2, 12), st.integers(2, 12), st.integers(2, 6))
def test_fid_fits_two_gaussians_whatever_their_sizes(seed, m, n, d):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(m, d)), rng.normal(size=(n, d)) + 1
    centred = [(A - A.mean(axis=0)) / np.sqrt(len(A) - 1) for A in (X, Y)]
    overlap = np.linalg.svd(centred[0] @ centred[1].T, compute_uv=False).sum()
    gap = np.sum((X.mean(axis=0) - Y.mean(axis=0)) ** 2)
    expected = gap + sum(np.sum(A**2) for A in centred) - 2 * overlap
    assert reference.fid(X, Y) == pytest.approx(expected, rel=1e-6, abs=1e-7)


@quick
@given(seeds, st.integers(2, 7), st.integers(2, 7), st.integers(1, 5))
def test_kid_is_a_mean_over_pairs(seed, m, n, d):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(m, d)), rng.normal(size=(n, d))

    def mean(pairs):
        return np.mean([polynomial_kernel([x], [y], degree=3).item() for x, y in pairs])

    expected = mean(combinations(X, 2)) + mean(combinations(Y, 2)) - 2 * mean(product(X, Y))
    assert reference.kernel_inception_distance(X, Y) == pytest.approx(expected, abs=1e-9)


def test_kid_is_zero_on_average_between_sets_of_one_distribution():
    rng = np.random.default_rng(2)
    values = [
        reference.kernel_inception_distance(rng.normal(size=(6, 3)), rng.normal(size=(9, 3)))
        for _ in range(4000)
    ]
    assert min(values) < 0 < max(values)
    assert abs(np.mean(values)) < 5 * np.std(values) / np.sqrt(len(values))
