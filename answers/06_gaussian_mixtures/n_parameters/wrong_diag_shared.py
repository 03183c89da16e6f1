# One diagonal for all components together
# loses: the four totals; diagonal covariances
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
