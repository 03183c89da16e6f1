"""The reference answers of section 06 against scikit-learn, scipy, quadrature and algebra."""

import warnings

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from sklearn.mixture import GaussianMixture

from helpers.reference import gaussian_mixtures as reference
from helpers.reference.gaussian_mixtures import Mixture

quick = settings(max_examples=60)


def random_mixture(rng, K, d, scale=1.0):
    """Unequal weights, scattered means, tilted covariances."""
    factors = rng.normal(size=(K, d, d)) + 1.5 * np.eye(d)
    covariances = scale * (factors @ factors.transpose(0, 2, 1) + 0.1 * np.eye(d))
    return Mixture(rng.dirichlet(np.full(K, 2.0)), rng.normal(scale=2, size=(K, d)), covariances)


def by_scipy(X, gmm):
    """log π_k + log N(x; μ_k, Σ_k), (n, K), density by density."""
    columns = [
        np.log(w) + stats.multivariate_normal(m, c).logpdf(X).reshape(len(X))
        for w, m, c in zip(*gmm, strict=True)
    ]
    return np.array(columns).T


def in_sklearn(gmm, n_iterations=None):
    """scikit-learn's mixture with these parameters; to be fitted from them if asked to."""
    if n_iterations is None:
        model = GaussianMixture(len(gmm.weights))
        model.weights_, model.means_, model.covariances_ = gmm
        model.precisions_cholesky_ = np.linalg.cholesky(np.linalg.inv(gmm.covariances))
        return model
    return GaussianMixture(
        len(gmm.weights),
        tol=0,
        reg_covar=0,
        max_iter=n_iterations,
        weights_init=gmm.weights,
        means_init=gmm.means,
        precisions_init=np.linalg.inv(gmm.covariances),
    )


mixtures = st.builds(
    lambda seed, K, d: (random_mixture(np.random.default_rng(seed), K, d), seed),
    st.integers(0, 2**32),
    st.integers(1, 4),
    st.integers(1, 4),
)


@quick
@given(mixtures, st.integers(1, 6))
def test_log_prob_is_the_weighted_sum_of_scipys_densities(pair, n):
    gmm, seed = pair
    X = np.random.default_rng(seed + 1).normal(scale=3, size=(n, gmm.means.shape[1]))
    joint = by_scipy(X, gmm)
    np.testing.assert_allclose(
        reference.log_prob(X, gmm), np.logaddexp.reduce(joint, axis=1), rtol=1e-9
    )
    total = reference.log_likelihood(X, gmm)
    assert total == pytest.approx(np.logaddexp.reduce(joint, axis=1).sum(), rel=1e-9)


@quick
@given(mixtures, st.integers(1, 6))
def test_responsibilities_are_those_of_scikit_learn_and_sum_to_one(pair, n):
    gmm, seed = pair
    X = np.random.default_rng(seed + 1).normal(scale=3, size=(n, gmm.means.shape[1]))
    shares, total = reference.expect(X, gmm)
    model = in_sklearn(gmm)
    np.testing.assert_allclose(shares, model.predict_proba(X), atol=1e-7)
    np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-12)
    assert total == pytest.approx(model.score_samples(X).sum(), rel=1e-7, abs=1e-7)
    np.testing.assert_array_equal(shares, reference.responsibilities(X, gmm))


@pytest.mark.parametrize(("K", "d", "seed"), [(1, 1, 0), (2, 1, 1), (3, 2, 2), (4, 3, 3)])
@pytest.mark.parametrize("n_iterations", [1, 2, 15])
def test_em_walks_the_path_of_scikit_learn_from_the_same_start(K, d, seed, n_iterations):
    rng = np.random.default_rng(seed)
    X = reference.draw(random_mixture(rng, K, d), 300, rng)[0]
    start = Mixture(np.full(K, 1 / K), X[:K].copy(), np.tile(np.cov(X.T).reshape(d, d), (K, 1, 1)))
    ours, history = reference.em(X, start, n_iterations)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # so few steps do not converge
        theirs = in_sklearn(start, n_iterations).fit(X)
    assert history[-1] == pytest.approx(theirs.score_samples(X).sum(), abs=1e-6)
    np.testing.assert_allclose(ours.weights, theirs.weights_, atol=1e-8)
    np.testing.assert_allclose(ours.means, theirs.means_, atol=1e-7)
    np.testing.assert_allclose(ours.covariances, theirs.covariances_, atol=1e-7)


def test_em_never_goes_downhill_and_says_where_it_stood_before_every_step():
    rng = np.random.default_rng(4)
    truth = random_mixture(rng, 3, 2)
    X = reference.draw(truth, 200, rng)[0]
    start = truth._replace(means=truth.means + rng.normal(size=(3, 2)))
    end, history = reference.em(X, start, 20)
    assert len(history) == 21
    assert np.diff(history).min() > -1e-9
    assert history[0] == pytest.approx(reference.log_likelihood(X, start))
    assert history[-1] == pytest.approx(reference.log_likelihood(X, end))


@quick
@given(st.integers(0, 2**32), st.integers(1, 4), st.integers(1, 4), st.integers(6, 30))
def test_maximize_is_numpys_weighted_average_and_covariance(seed, K, d, n):
    rng = np.random.default_rng(seed)
    X, gamma = rng.normal(size=(n, d)) + 5, rng.dirichlet(np.linspace(0.5, 3, K), size=n)
    gmm = reference.maximize(X, gamma)
    np.testing.assert_allclose(gmm.weights, gamma.mean(axis=0), rtol=1e-12)
    for k in range(K):
        np.testing.assert_allclose(gmm.means[k], np.average(X, axis=0, weights=gamma[:, k]))
        wanted = np.cov(X, rowvar=False, aweights=gamma[:, k], ddof=0).reshape(d, d)
        np.testing.assert_allclose(gmm.covariances[k], wanted, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_a_density_on_a_line_has_area_one(seed):
    gmm = random_mixture(np.random.default_rng(seed), 3, 1)
    deviations = np.sqrt(gmm.covariances[:, 0, 0])
    low = (gmm.means[:, 0] - 12 * deviations).min()
    high = (gmm.means[:, 0] + 12 * deviations).max()
    area, _ = quad(
        lambda x: np.exp(reference.log_prob(np.array([[x]]), gmm)[0]),
        low,
        high,
        points=gmm.means[:, 0],
        limit=200,
    )
    assert area == pytest.approx(1, abs=1e-7)


def test_a_thousand_deviations_away_rows_are_normalised_and_densities_finite():
    gmm = random_mixture(np.random.default_rng(5), 3, 2)
    X = 1e3 * np.random.default_rng(6).normal(size=(20, 2))
    joint = by_scipy(X, gmm)
    assert np.exp(joint).max() == 0, "these points are not far enough to test anything"
    np.testing.assert_allclose(reference.log_prob(X, gmm), np.logaddexp.reduce(joint, axis=1))
    shares = np.exp(joint - np.logaddexp.reduce(joint, axis=1)[:, None])
    np.testing.assert_allclose(reference.responsibilities(X, gmm), shares, atol=1e-7)


def test_determinants_that_underflow_are_no_trouble():
    rng = np.random.default_rng(7)
    d = 64
    gmm = random_mixture(rng, 2, d, scale=1e-6 / d)._replace(means=rng.normal(0, 1e-4, (2, d)))
    assert np.all(np.linalg.det(gmm.covariances) == 0)
    X = reference.draw(gmm, 10, rng)[0]
    joint = by_scipy(X, gmm)
    assert np.isfinite(joint).all()
    np.testing.assert_allclose(
        reference.log_prob(X, gmm), np.logaddexp.reduce(joint, axis=1), rtol=1e-8
    )
    tensors = [torch.from_numpy(a) for a in (X, *gmm)]
    np.testing.assert_allclose(reference.torch_log_prob(*tensors), reference.log_prob(X, gmm))


def test_a_component_of_weight_zero_is_as_good_as_none():
    rng = np.random.default_rng(8)
    two = random_mixture(rng, 2, 3)
    three = Mixture(
        np.array([*two.weights, 0.0]),
        np.vstack([two.means, np.zeros(3)]),
        np.concatenate([two.covariances, np.eye(3)[None]]),
    )
    X = rng.normal(size=(9, 3))
    np.testing.assert_allclose(reference.log_prob(X, three), reference.log_prob(X, two))
    shares = reference.responsibilities(X, three)
    np.testing.assert_allclose(shares[:, :2], reference.responsibilities(X, two))
    assert (shares[:, 2] == 0).all()


def test_a_covariance_that_is_none_raises():
    gmm = Mixture(np.ones(1), np.zeros((1, 2)), np.array([[[1.0, 2.0], [2.0, 1.0]]]))
    with pytest.raises(np.linalg.LinAlgError):
        reference.log_prob(np.zeros((1, 2)), gmm)


@quick
@given(st.integers(0, 2**32), st.integers(1, 4), st.integers(2, 5), st.data())
def test_the_conditional_times_the_marginal_is_the_joint(seed, K, d, data):
    rng = np.random.default_rng(seed)
    gmm, x = random_mixture(rng, K, d), rng.normal(scale=2, size=d)
    unknown = np.array(data.draw(st.lists(st.booleans(), min_size=d, max_size=d).filter(any)))
    known = ~unknown
    given_known = reference.conditional(gmm, np.where(unknown, np.nan, x))
    marginal = Mixture(gmm.weights, gmm.means[:, known], gmm.covariances[:, known][:, :, known])
    seen = by_scipy(x[known][None], marginal) if known.any() else np.log(gmm.weights)[None]
    both = reference.log_prob(x[unknown][None], given_known) + np.logaddexp.reduce(seen, axis=1)
    np.testing.assert_allclose(both, reference.log_prob(x[None], gmm), rtol=1e-6, atol=1e-6)
    assert given_known.weights.sum() == pytest.approx(1)


def test_the_conditional_of_one_gaussian_is_the_regression_line():
    """Correlation r and deviations s: the mean moves by r s₂/s₁, the variance shrinks by 1 − r²."""
    r, s1, s2 = -0.6, 2.0, 0.5
    covariance = np.array([[s1**2, r * s1 * s2], [r * s1 * s2, s2**2]])
    gmm = Mixture(np.ones(1), np.array([[1.0, -2.0]]), covariance[None])
    given_first = reference.conditional(gmm, np.array([4.0, np.nan]))
    assert given_first.means[0, 0] == pytest.approx(-2 + r * s2 / s1 * (4 - 1))
    assert given_first.covariances[0, 0, 0] == pytest.approx(s2**2 * (1 - r**2))


def test_conditional_weights_far_away_follow_the_nearer_component():
    means = np.array([[0.0, 0.0], [4.0, 9.0]])
    gmm = Mixture(np.array([0.9, 0.1]), means, np.tile(np.eye(2), (2, 1, 1)))
    weights = reference.conditional(gmm, np.array([99.0, np.nan])).weights
    log_odds = np.log(0.9 / 0.1) - (99.0**2 - 95.0**2) / 2
    assert np.log(weights[0]) == pytest.approx(log_odds)
    assert weights[1] == 1


@pytest.mark.parametrize(
    ("kind", "count"), [("full", 83), ("tied", 38), ("diag", 43), ("spherical", 27)]
)
def test_four_components_of_five_features_have_the_contracts_counts(kind, count):
    assert reference.n_parameters(4, 5, kind) == count


def test_three_diagonal_components_of_two_features_have_fourteen_parameters():
    assert reference.n_parameters(3, 2, "diag") == 14


@pytest.mark.parametrize("kind", reference.COVARIANCE_TYPES)
@pytest.mark.parametrize(("K", "D"), [(1, 1), (1, 6), (2, 3), (5, 4), (7, 1)])
def test_parameters_are_counted_as_in_scikit_learn(kind, K, D):
    X = np.random.default_rng(9).normal(size=(60, D))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = GaussianMixture(K, covariance_type=kind, max_iter=1, random_state=0).fit(X)
    assert reference.n_parameters(K, D, kind) == model._n_parameters()


@pytest.mark.parametrize("kind", ["Full", "DIAG", "diagonal", "", "spherical "])
def test_a_covariance_type_that_does_not_exist_raises(kind):
    with pytest.raises(ValueError, match="covariance_type"):
        reference.n_parameters(2, 2, kind)


@quick
@given(mixtures, st.integers(2, 40))
def test_bic_is_that_of_scikit_learn(pair, n):
    gmm, seed = pair
    X = np.random.default_rng(seed + 1).normal(scale=2, size=(n, gmm.means.shape[1]))
    assert reference.bic(X, gmm) == pytest.approx(in_sklearn(gmm).bic(X), rel=1e-9)


@quick
@given(mixtures)
def test_one_batch_online_is_one_step_of_em(pair):
    gmm, seed = pair
    rng = np.random.default_rng(seed + 1)
    X = reference.draw(gmm, 60, rng)[0]
    start = gmm._replace(weights=np.full(len(gmm.weights), 1 / len(gmm.weights)))
    (online,) = reference.online_em(start, [X])
    step = reference.maximize(X, reference.responsibilities(X, start))
    np.testing.assert_allclose(online.weights, step.weights, rtol=1e-9)
    np.testing.assert_allclose(online.means, step.means, rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(online.covariances, step.covariances, rtol=1e-6, atol=1e-7)


def test_one_component_online_forgets_nothing_of_a_sorted_stream():
    rng = np.random.default_rng(10)
    X = np.sort(rng.normal(size=(100, 2)), axis=0)
    start = Mixture(np.ones(1), np.ones((1, 2)), np.eye(2)[None])
    path = reference.online_em(start, np.split(X, [7, 50, 51]))
    assert len(path) == 4
    for mixture, seen in zip(path, (7, 50, 51, 100), strict=True):
        np.testing.assert_allclose(mixture.means[0], X[:seen].mean(axis=0))
        np.testing.assert_allclose(mixture.covariances[0], np.cov(X[:seen].T, bias=True))


@quick
@given(st.integers(0, 2**32), st.integers(1, 4), st.integers(1, 3), st.integers(1, 19))
def test_statistics_add_up_over_batches_to_those_of_all_points(seed, K, d, cut):
    rng = np.random.default_rng(seed)
    X, gamma = rng.normal(size=(20, d)), rng.dirichlet(np.ones(K) + 1, size=20)
    whole = reference.accumulate(None, X, gamma)
    first = reference.accumulate(None, X[:cut], gamma[:cut])
    both = reference.accumulate(first, X[cut:], gamma[cut:])
    for a, b in zip(whole, both, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-12)
    for a, b in zip(reference.from_statistics(whole), reference.maximize(X, gamma), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-6, atol=1e-8)


def test_accumulating_leaves_the_old_sums_alone():
    X, gamma = np.ones((3, 2)), np.full((3, 2), 0.5)
    sums = reference.accumulate(None, X, gamma)
    before = [part.copy() for part in sums]
    reference.accumulate(sums, X, gamma)
    for part, old in zip(sums, before, strict=True):
        np.testing.assert_array_equal(part, old)


@quick
@given(mixtures, st.integers(1, 6))
def test_torch_log_prob_is_log_prob(pair, n):
    gmm, seed = pair
    X = np.random.default_rng(seed + 1).normal(scale=30, size=(n, gmm.means.shape[1]))
    value = reference.torch_log_prob(*[torch.from_numpy(a) for a in (X, *gmm)])
    np.testing.assert_allclose(value.numpy(), reference.log_prob(X, gmm), rtol=1e-9)


@pytest.mark.parametrize(("K", "d"), [(1, 1), (2, 2), (3, 3)])
def test_torch_log_prob_has_the_gradients_of_finite_differences(K, d):
    """Covariances are built from factors, so that differences stay among symmetric matrices."""
    generator = torch.Generator().manual_seed(K)

    def random(*shape):
        tensor = torch.randn(shape, generator=generator, dtype=torch.float64)
        return tensor.requires_grad_()

    def log_prob(X, logits, means, factors):
        covariances = factors @ factors.mT + torch.eye(d)
        return reference.torch_log_prob(X, logits.softmax(0), means, covariances)

    arguments = random(4, d), random(K), random(K, d), random(K, d, d)
    assert torch.autograd.gradcheck(log_prob, arguments)


def test_draws_have_the_mixtures_proportions_means_and_covariances():
    rng = np.random.default_rng(11)
    gmm = random_mixture(rng, 3, 2)
    n = 20_000
    X, labels = reference.draw(gmm, n, rng)
    assert X.shape == (n, 2)
    for k in range(3):
        rows = X[labels == k]
        assert stats.binomtest(len(rows), n, gmm.weights[k]).pvalue > 1e-5
        white = np.linalg.solve(np.linalg.cholesky(gmm.covariances[k]), (rows - gmm.means[k]).T)
        for column in white:
            assert stats.kstest(column, "norm").pvalue > 1e-5
        assert stats.pearsonr(*white).pvalue > 1e-5


def test_draws_come_from_the_generator_that_is_passed_and_in_random_order():
    gmm = random_mixture(np.random.default_rng(12), 2, 1)
    first, labels = reference.draw(gmm, 200, np.random.default_rng(1))
    again, _ = reference.draw(gmm, 200, np.random.default_rng(1))
    np.testing.assert_array_equal(first, again)
    assert np.count_nonzero(np.diff(labels)) > 20
