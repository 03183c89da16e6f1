# Returns the ValueError instead of raising it
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        return ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
