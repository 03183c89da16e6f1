# Counts all D² entries of a symmetric matrix
# loses: the four totals; full covariances; a tied covariance
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D**2, "tied": D**2, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
