# One single variance for all spherical components together
# loses: the four totals; spherical covariances
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    if covariance_type == "full":
        c = K * D * (D + 1) // 2
    elif covariance_type == "tied":
        c = D * (D + 1) // 2
    elif covariance_type == "diag":
        c = K * D
    elif covariance_type == "spherical":
        c = 1
    else:
        raise ValueError("unknown")
    return K * D + K - 1 + c
