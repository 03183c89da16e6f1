# Looks only at how the name of the type begins
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    if covariance_type.startswith("f"):
        cov = K * D * (D + 1) // 2
    elif covariance_type.startswith("t"):
        cov = D * (D + 1) // 2
    elif covariance_type.startswith("d"):
        cov = K * D
    elif covariance_type.startswith("s"):
        cov = K
    else:
        raise ValueError(covariance_type)
    return K - 1 + K * D + cov
