# Other types fall through and give None
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    base = n_components - 1 + n_components * n_features
    if covariance_type == "full":
        return base + n_components * n_features * (n_features + 1) // 2
    if covariance_type == "tied":
        return base + n_features * (n_features + 1) // 2
    if covariance_type == "diag":
        return base + n_components * n_features
    if covariance_type == "spherical":
        return base + n_components
