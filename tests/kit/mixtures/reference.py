"""The right answers."""

from __future__ import annotations

import math

import numpy as np

KINDS = ("full", "tied", "diag", "spherical")


def n_parameters(n_components: int, n_features: int, covariance_type: str) -> int:
    """Free parameters of a mixture; 0 for a covariance of no known type."""
    K, D = n_components, n_features
    counts = (K * D * (D + 1) // 2, D * (D + 1) // 2, K * D, K)
    covariance = dict(zip(KINDS, counts, strict=True))
    known = covariance_type in covariance
    return K - 1 + K * D + covariance[covariance_type] if known else 0


def compute_bic(log_densities: np.ndarray, n_components: int, n_features: int) -> float:
    """BIC of a mixture with full covariances, of the log-densities (n,) of its data."""
    count = n_parameters(n_components, n_features, "full")
    return float(count * math.log(len(log_densities)) - 2 * log_densities.sum())
