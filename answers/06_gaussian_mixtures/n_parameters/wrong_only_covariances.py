# Returns the covariances' part alone
# loses: the four totals; weights that sum to one
def n_parameters(n_components, n_features, covariance_type):
    match covariance_type:
        case "full":
            return n_components * n_features * (n_features + 1) // 2
        case "tied":
            return n_features * (n_features + 1) // 2
        case "diag":
            return n_components * n_features
        case "spherical":
            return n_components
        case _:
            raise ValueError(covariance_type)
