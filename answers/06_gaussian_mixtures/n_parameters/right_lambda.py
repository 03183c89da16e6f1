# One lambda; the list of names raises ValueError by itself
n_parameters = lambda n_components, n_features, covariance_type: (
    n_components - 1 + n_components * n_features + [
        n_components * n_features * (n_features + 1) // 2,
        n_features * (n_features + 1) // 2,
        n_components * n_features,
        n_components,
    ][["full", "tied", "diag", "spherical"].index(covariance_type)]
)
