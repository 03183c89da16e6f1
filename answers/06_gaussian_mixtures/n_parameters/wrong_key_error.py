# A dictionary look-up raises KeyError for other types
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    cov = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    return K - 1 + K * D + cov[covariance_type]
