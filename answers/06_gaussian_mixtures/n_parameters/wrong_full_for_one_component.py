# One full matrix for all components, as if tied
# loses: the four totals; full covariances
def n_parameters(n_components, n_features, covariance_type):
    total = (n_components - 1) + n_components * n_features
    if covariance_type in ("full", "tied"):
        return total + n_features * (n_features + 1) // 2
    if covariance_type == "diag":
        return total + n_components * n_features
    if covariance_type == "spherical":
        return total + n_components
    raise ValueError(covariance_type)
