# Ordinary division: the result is a float of the right value
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    if covariance_type == "full":
        c = K * (D * D + D) / 2
    elif covariance_type == "tied":
        c = (D * D + D) / 2
    elif covariance_type == "diag":
        c = K * D
    elif covariance_type == "spherical":
        c = K
    else:
        raise ValueError
    return K * D + K - 1 + c
