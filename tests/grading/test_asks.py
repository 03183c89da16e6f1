"""The working TODOs that are lent while a question is put, against scikit-learn."""

from types import SimpleNamespace

import numpy as np
import pytest
from sklearn.mixture import GaussianMixture

from helpers.exercises.gaussian_mixtures.asks import METHODS, library


@pytest.fixture(params=range(4))
def fitted(request):
    """Data, the mixture that responsibilities lead scikit-learn to, and these responsibilities."""
    rng = np.random.default_rng(request.param)
    K, d = rng.integers(1, 5, size=2)
    X = rng.normal(size=(60, d)) @ rng.normal(size=(d, d)) * 10.0 ** rng.integers(-2, 3)
    shares = rng.dirichlet(np.ones(K), size=60)
    model = GaussianMixture(K, reg_covar=0)
    model._initialize(X, shares)
    mixture = SimpleNamespace(
        weights=model.weights_, means=model.means_, covariances=model.covariances_
    )
    return X, mixture, shares


def test_the_e_step_and_log_likelihood_are_scikit_learns(fitted):
    X, mixture, _ = fitted
    theirs = library(mixture)
    assert METHODS["_e_step"](mixture, X) == pytest.approx(theirs.predict_proba(X), abs=1e-9)
    expected = theirs.score_samples(X).sum()
    assert METHODS["log_likelihood"](mixture, X) == pytest.approx(expected, rel=1e-9)


def test_the_m_step_is_scikit_learns(fitted):
    X, expected, shares = fitted
    found = SimpleNamespace()
    METHODS["_m_step"](found, X, shares)
    assert found.weights == pytest.approx(expected.weights)
    assert found.means == pytest.approx(expected.means)
    assert found.covariances == pytest.approx(expected.covariances, rel=1e-8)
