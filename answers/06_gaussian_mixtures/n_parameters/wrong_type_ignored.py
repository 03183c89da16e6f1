# Full covariances, whatever is asked for
# loses: the four totals; weights that sum to one; a tied covariance; diagonal covariances; spherical covariances; other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    return K - 1 + K * D + K * D * (D + 1) // 2
