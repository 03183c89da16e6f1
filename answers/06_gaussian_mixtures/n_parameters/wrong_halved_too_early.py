# Integer division comes before the product
# loses: the four totals; full covariances; a tied covariance
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    triangle = D // 2 * (D + 1)
    sizes = {"full": K * triangle, "tied": triangle, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        raise ValueError(covariance_type)
    return K - 1 + K * D + sizes[covariance_type]
