# Whatever is not full, tied or diag counts as spherical
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    if covariance_type == "full":
        cov = K * D * (D + 1) // 2
    elif covariance_type == "tied":
        cov = D * (D + 1) // 2
    elif covariance_type == "diag":
        cov = K * D
    else:
        cov = K
    return K - 1 + K * D + cov
