"""Puts the questions of this topic to a student's functions."""

from nbjudge.guest.blame import lent, numbers
from nbjudge.guest.lending import lending

NOTEBOOK: dict = {}


def n_parameters(function, n_components, n_features, covariance_type):
    return function(n_components, n_features, covariance_type)


@lent(lambda n_components, n_features, *_, **__: numbers(n_components, n_features))
def working_count(n_components, n_features, covariance_type="full"):
    K, D = n_components, n_features
    return K - 1 + K * D + K * D * (D + 1) // 2


def compute_bic(function, log_densities, n_components, n_features, own=False):
    with lending(NOTEBOOK, own, n_parameters=working_count):
        return function(log_densities, n_components, n_features)
