# Lowers the capitals of the type before looking it up
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    kind = covariance_type.strip().lower()
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    if kind not in sizes:
        raise ValueError(f"unknown covariance type {covariance_type}")
    return K - 1 + K * D + sizes[kind]
