# A spherical covariance is counted like a diagonal one
# loses: the four totals; spherical covariances
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D,
             "spherical": K * D}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
