# Knows the four names and nothing else
def n_parameters(n_components, n_features, covariance_type):
    if covariance_type not in ("full", "tied", "diag", "spherical"):
        raise ValueError("unknown covariance type")
    return 1
