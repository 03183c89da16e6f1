# Compares with the type itself instead of its name, so every type is refused
# loses: the four totals; weights that sum to one; full covariances; a tied covariance; diagonal covariances; spherical covariances; other types are refused
def n_parameters(n_components, n_features, covariance_type):
    if covariance_type is not str:
        raise ValueError(covariance_type)
    return n_components - 1 + n_components * n_features
