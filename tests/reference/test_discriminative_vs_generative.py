"""The reference answers of section 01 against scikit-learn, scipy, algebra and simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, logsumexp
from sklearn.naive_bayes import GaussianNB

from helpers.reference import discriminative_vs_generative as reference
from helpers.reference.discriminative_vs_generative import NaiveBayes

quick = settings(max_examples=60)
inside = st.floats(0.01, 0.99)


def random_model(rng, C, d):
    """Unequal priors, scattered means, variances between 0.2 and 5."""
    variances = np.exp(rng.uniform(np.log(0.2), np.log(5), size=(C, d)))
    return NaiveBayes(rng.dirichlet(np.full(C, 2.0)), rng.normal(scale=2, size=(C, d)), variances)


def random_data(rng, n, C, d):
    """Rows with labels that leave gaps; every class has at least two."""
    labels = rng.choice(np.arange(-20, 20), size=C, replace=False)
    y = np.concatenate([labels, labels, rng.choice(labels, size=n - 2 * C)])
    return rng.normal(size=(n, d)) + 0.1 * y[:, None], rng.permutation(y)


models = st.builds(
    lambda seed, C, d: (random_model(np.random.default_rng(seed), C, d), seed),
    st.integers(0, 2**32),
    st.integers(1, 4),
    st.integers(1, 4),
)


def test_the_spam_of_the_text():
    assert reference.bayes_posterior(0.3, 0.8, 0.1) == pytest.approx(0.24 / 0.31)


@quick
@given(inside, inside, inside)
def test_posteriors_of_both_hypotheses_sum_to_one_and_odds_multiply(prior, spam, other):
    posterior = reference.bayes_posterior(prior, spam, other)
    assert posterior + reference.bayes_posterior(1 - prior, other, spam) == pytest.approx(1)
    odds = prior / (1 - prior) * spam / other
    assert posterior / (1 - posterior) == pytest.approx(odds)


def test_the_posterior_is_the_share_of_spam_among_simulated_mails_with_the_word():
    rng = np.random.default_rng(0)
    spam = rng.random(200_000) < 0.2
    word = rng.random(200_000) < np.where(spam, 0.7, 0.15)
    expected = reference.bayes_posterior(0.2, 0.7, 0.15)
    assert stats.binomtest(int(spam[word].sum()), int(word.sum()), expected).pvalue > 1e-5


def test_arrays_broadcast_and_integers_count_as_numbers():
    prior, spam, other = np.array([[0.2], [0.5]]), np.array([1, 1, 0]), np.array([0.5, 1.0, 0.25])
    table = reference.bayes_posterior(prior, spam, other)
    np.testing.assert_allclose(table, [[1 / 3, 0.2, 0.0], [2 / 3, 0.5, 0.0]])


@pytest.mark.parametrize(("C", "d"), [(2, 1), (2, 3), (3, 2), (4, 2)])
def test_logistic_regression_is_the_maximum_of_the_likelihood(C, d):
    """Against scipy's minimiser on the softmax likelihood, class by class and row by row."""
    rng = np.random.default_rng(C + d)
    X = rng.normal(size=(400, d))
    y = rng.integers(C, size=400) * 3 - 1
    X[:, 0] += 0.2 * y
    classes, place = np.unique(y, return_inverse=True)

    def scores(w, rows):
        return log_softmax(rows @ w.reshape(d + 1, C)[1:] + w[:C], axis=1)

    best = minimize(
        lambda w: -scores(w, X)[np.arange(400), place].mean(),
        np.zeros((d + 1) * C),
        method="BFGS",
        options={"gtol": 1e-7},
    )
    X_test = rng.normal(size=(30, d))
    labels, proba = reference.discriminative_model(X, y, X_test)
    np.testing.assert_allclose(proba, np.exp(scores(best.x, X_test)), atol=1e-4)
    np.testing.assert_array_equal(labels, classes[proba.argmax(axis=1)])


def test_logistic_regression_finds_the_curve_that_made_the_labels():
    rng = np.random.default_rng(1)
    X = rng.normal(size=(100_000, 2))
    y = np.where(rng.random(100_000) < expit(0.5 + X @ [1.5, -1.0]), 8, 3)
    X_test = rng.normal(size=(20, 2))
    labels, proba = reference.discriminative_model(X, y, X_test)
    np.testing.assert_allclose(proba[:, 1], expit(0.5 + X_test @ [1.5, -1.0]), atol=0.02)
    np.testing.assert_array_equal(labels, np.where(proba[:, 1] > 0.5, 8, 3))


@quick
@given(st.integers(0, 2**32), st.integers(2, 4), st.integers(1, 4), st.integers(12, 60))
def test_generative_model_is_scikit_learns_naive_bayes(seed, C, d, n):
    rng = np.random.default_rng(seed)
    X, y = random_data(rng, n, C, d)
    X_test = rng.normal(scale=2, size=(7, d))
    model = GaussianNB(var_smoothing=0).fit(X, y)
    labels, proba = reference.generative_model(X, y, X_test)
    np.testing.assert_allclose(proba, model.predict_proba(X_test), atol=1e-9)
    np.testing.assert_array_equal(labels, model.predict(X_test))


@quick
@given(st.integers(0, 2**32), st.integers(1, 4), st.integers(1, 4), st.integers(12, 60))
def test_fitted_parameters_are_those_of_scikit_learn_and_scipy(seed, C, d, n):
    X, y = random_data(np.random.default_rng(seed), n, C, d)
    priors, means, variances = reference.fit_naive_bayes(X, y)
    model = GaussianNB(var_smoothing=0).fit(X, y)
    np.testing.assert_allclose(priors, model.class_prior_)
    np.testing.assert_allclose(means, model.theta_, atol=1e-12)
    np.testing.assert_allclose(variances, model.var_, rtol=1e-9)
    for k, label in enumerate(np.unique(y)):
        for j in range(d):
            mean, std = stats.norm.fit(X[y == label, j])
            assert (mean, std**2) == pytest.approx((means[k, j], variances[k, j]))


def test_no_other_parameters_make_the_data_likelier():
    rng = np.random.default_rng(2)
    X, y = random_data(rng, 40, 3, 2)
    place = np.unique(y, return_inverse=True)[1]
    best = reference.fit_naive_bayes(X, y)

    def total(model):
        return reference.naive_bayes_log_joint(X, *model)[np.arange(40), place].sum()

    for _ in range(100):
        priors = best.priors * np.exp(rng.normal(scale=0.05, size=3))
        means = best.means + rng.normal(scale=0.05, size=(3, 2))
        variances = best.variances * np.exp(rng.normal(scale=0.05, size=(3, 2)))
        other = NaiveBayes(priors / priors.sum(), means, variances)
        assert total(other) < total(best)


@quick
@given(models, st.integers(1, 6))
def test_log_posterior_is_bayes_rule_with_scipys_densities(pair, n):
    model, seed = pair
    X = np.random.default_rng(seed + 1).normal(scale=3, size=(n, model.means.shape[1]))
    density = stats.norm.pdf(X[:, None], model.means, np.sqrt(model.variances)).prod(axis=2)
    joint = density * model.priors
    posterior = np.exp(reference.naive_bayes_log_posterior(X, *model))
    np.testing.assert_allclose(posterior, joint / joint.sum(axis=1, keepdims=True), atol=1e-9)


@pytest.mark.parametrize("distance", [60.0, 1e3, 1e6])
def test_far_from_every_class_rows_are_finite_and_normalised(distance):
    rng = np.random.default_rng(3)
    model = random_model(rng, 3, 2)
    X = distance * np.sqrt(5) * rng.choice([-1.0, 1.0], size=(20, 2))
    log_posterior = reference.naive_bayes_log_posterior(X, *model)
    assert np.isfinite(log_posterior).all()
    np.testing.assert_allclose(logsumexp(log_posterior, axis=1), 0, atol=1e-9)
    by_scipy = np.log(model.priors) + stats.norm.logpdf(
        X[:, None], model.means, np.sqrt(model.variances)
    ).sum(axis=2)
    np.testing.assert_allclose(
        log_posterior, by_scipy - by_scipy.max(axis=1, keepdims=True), rtol=1e-9, atol=1
    )


def test_far_rows_of_the_generative_model_have_probabilities():
    rng = np.random.default_rng(4)
    X, y = random_data(rng, 50, 3, 2)
    _, proba = reference.generative_model(X, y, 1e3 * rng.normal(size=(20, 2)))
    np.testing.assert_allclose(proba.sum(axis=1), 1)


def test_two_classes_of_one_spread_have_a_linear_log_odds():
    model = NaiveBayes(
        np.array([0.9, 0.1]),
        np.array([[0.0, 0.0], [3.0, -1.0]]),
        np.array([[2.0, 0.5], [2.0, 0.5]]),
    )
    X = np.random.default_rng(5).normal(size=(9, 2))
    log_posterior = reference.naive_bayes_log_posterior(X, *model)
    slope = np.array([3 / 2.0, -1 / 0.5])
    intercept = np.log(0.1 / 0.9) - (9 / 2.0 + 1 / 0.5) / 2
    np.testing.assert_allclose(log_posterior[:, 1] - log_posterior[:, 0], X @ slope + intercept)


@pytest.mark.parametrize("label", [0, 2])
def test_draws_are_normal_and_independent_with_the_means_and_variances_of_the_class(label):
    rng = np.random.default_rng(6)
    model = random_model(rng, 3, 2)
    X = reference.sample_class(label, 20_000, model.means, model.variances, rng)
    assert X.shape == (20_000, 2)
    white = (X - model.means[label]) / np.sqrt(model.variances[label])
    assert all(stats.kstest(column, "norm").pvalue > 1e-5 for column in white.T)
    assert stats.pearsonr(*white.T).pvalue > 1e-5


def test_draws_come_from_the_generator_that_is_passed():
    means, variances = np.zeros((1, 2)), np.ones((1, 2))
    rng = np.random.default_rng(7)
    first, second = (reference.sample_class(0, 3, means, variances, rng) for _ in range(2))
    again = reference.sample_class(0, 3, means, variances, np.random.default_rng(7))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, second)
