"""Puts the questions of section 01 to a student's functions. Runs in the student process."""

import numpy as np


def plain(result):
    """The result as it is; a named tuple is a tuple."""
    return tuple(result) if isinstance(result, tuple) else result


def bayes_posterior(function, prior, likelihood, likelihood_not):
    return function(prior, likelihood, likelihood_not)


def discriminative_model(function, X_train, y_train, X_test):
    return plain(function(X_train, y_train, X_test))


def generative_model(function, X_train, y_train, X_test):
    return plain(function(X_train, y_train, X_test))


def fit_naive_bayes(function, X, y):
    return plain(function(X, y))


def naive_bayes_log_posterior(function, X, priors, means, variances):
    return function(X, priors, means, variances)


def sample_class(function, label, sizes, means, variances, seed):
    """The draws of consecutive calls with one generator."""
    rng = np.random.default_rng(seed)
    return [function(label, size, means, variances, rng) for size in sizes]
