# if, elif, else
def n_parameters(n_components, n_features, covariance_type):
    weights = n_components - 1
    means = n_components * n_features
    if covariance_type == "full":
        cov = n_components * n_features * (n_features + 1) // 2
    elif covariance_type == "tied":
        cov = n_features * (n_features + 1) // 2
    elif covariance_type == "diag":
        cov = n_components * n_features
    elif covariance_type == "spherical":
        cov = n_components
    else:
        raise ValueError("covariance_type must be full, tied, diag or spherical")
    return weights + means + cov
