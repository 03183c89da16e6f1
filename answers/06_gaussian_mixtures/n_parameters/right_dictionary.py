# A dictionary of functions, one for each type
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    cov = {
        "full": lambda: K * D * (D + 1) // 2,
        "tied": lambda: D * (D + 1) // 2,
        "diag": lambda: K * D,
        "spherical": lambda: K,
    }
    try:
        return (K - 1) + K * D + cov[covariance_type]()
    except KeyError:
        raise ValueError(covariance_type) from None
