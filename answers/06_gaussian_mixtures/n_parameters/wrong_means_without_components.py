# One mean for all components
# loses: the four totals
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + D + sizes[covariance_type]
