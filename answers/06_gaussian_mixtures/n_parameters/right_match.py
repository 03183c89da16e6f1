# A match statement
def n_parameters(n_components, n_features, covariance_type):
    total = n_components * (1 + n_features) - 1
    match covariance_type:
        case "full":
            return total + n_components * sum(range(1, n_features + 1))
        case "tied":
            return total + sum(range(1, n_features + 1))
        case "diag":
            return total + n_components * n_features
        case "spherical":
            return total + n_components
    raise ValueError(f"no such covariance type: {covariance_type}")
