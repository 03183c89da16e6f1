"""Bayes' rule, and the two ways to a posterior over classes.

Throughout, ``X`` is ``(n, d)``, labels ``y`` are ``(n,)``, and classes stand in the order of
``np.unique(y)``. Naive Bayes is the triple ``priors (C,)``, ``means (C, d)``, ``variances (C, d)``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import logsumexp
from sklearn.linear_model import LogisticRegression

Array = NDArray[np.float64]
LOG_2PI = float(np.log(2 * np.pi))


class NaiveBayes(NamedTuple):
    """Parameters of Gaussian naive Bayes: priors (C,), means (C, d), variances (C, d)."""

    priors: Array
    means: Array
    variances: Array


def bayes_posterior(prior: ArrayLike, likelihood: ArrayLike, likelihood_not: ArrayLike) -> Array:
    """P(spam | word) = P(word | spam) P(spam) / P(word), with broadcasting (Bishop 2006, 1.12)."""
    prior, likelihood, likelihood_not = np.asarray(prior), np.asarray(likelihood), likelihood_not
    spam = prior * likelihood
    return spam / (spam + (1 - prior) * likelihood_not)


def discriminative_model(
    X_train: Array, y_train: NDArray[Any], X_test: Array
) -> tuple[NDArray[Any], Array]:
    """Logistic regression without a penalty: labels (m,) and P(y | x), (m, C) (Bishop 2006, 4.3.2).

    An infinite ``C`` is the spelling of "no penalty" that all versions of scikit-learn take.
    """
    model = LogisticRegression(C=np.inf, tol=1e-8, max_iter=10_000).fit(X_train, y_train)
    return model.predict(X_test), model.predict_proba(X_test)


def generative_model(
    X_train: Array, y_train: NDArray[Any], X_test: Array
) -> tuple[NDArray[Any], Array]:
    """Gaussian naive Bayes by maximum likelihood: labels (m,) and P(y | x), (m, C)."""
    proba = np.exp(naive_bayes_log_posterior(X_test, *fit_naive_bayes(X_train, y_train)))
    return np.unique(y_train)[proba.argmax(axis=1)], proba


def fit_naive_bayes(X: Array, y: NDArray[Any]) -> NaiveBayes:
    """Maximum likelihood: each class's share of the rows, and its features' means and variances.

    Murphy (2012), section 3.5.1.
    """
    groups = [X[y == label] for label in np.unique(y)]
    priors = np.array([len(group) / len(X) for group in groups])
    means = np.array([group.mean(axis=0) for group in groups])
    return NaiveBayes(priors, means, np.array([group.var(axis=0) for group in groups]))


def naive_bayes_log_joint(X: Array, priors: Array, means: Array, variances: Array) -> Array:
    """log P(x, y) for every row and class, (n, C): features are independent given the class."""
    squares = (X[:, None] - means) ** 2 / variances
    return np.log(priors) - 0.5 * (LOG_2PI + np.log(variances) + squares).sum(axis=2)


def naive_bayes_log_posterior(X: Array, priors: Array, means: Array, variances: Array) -> Array:
    """log P(y | x), (n, C); the exponentials of a row sum to one (Murphy 2012, section 3.5.3)."""
    joint = naive_bayes_log_joint(X, priors, means, variances)
    return joint - logsumexp(joint, axis=1, keepdims=True)


def sample_class(
    label: int, n: int, means: Array, variances: Array, rng: np.random.Generator
) -> Array:
    """Draws (n, d) from P(x | y), independent normal features; ``label`` is a row of ``means``."""
    return rng.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1]))
