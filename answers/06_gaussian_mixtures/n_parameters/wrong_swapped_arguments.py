# Takes the features for components and the components for features
# loses: the four totals; weights that sum to one; full covariances; a tied covariance; diagonal covariances; spherical covariances; other types are refused
def n_parameters(n_components, n_features, covariance_type):
    D, K = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
