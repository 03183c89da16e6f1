# The tied covariance is counted once for each component
# loses: the four totals; a tied covariance
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    if covariance_type in ["full", "tied"]:
        cov = K * D * (D + 1) // 2
    elif covariance_type == "diag":
        cov = K * D
    elif covariance_type == "spherical":
        cov = K
    else:
        raise ValueError(covariance_type)
    return K - 1 + K * D + cov
