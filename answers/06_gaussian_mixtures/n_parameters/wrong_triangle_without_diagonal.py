# Counts D(D-1)/2 entries of a symmetric matrix
# loses: the four totals; full covariances; a tied covariance
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    half = D * (D - 1) // 2
    sizes = {"full": K * half, "tied": half, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
