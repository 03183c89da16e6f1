# Other types give -1
# loses: other types are refused
def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = {"full": K * D * (D + 1) // 2, "tied": D * (D + 1) // 2, "diag": K * D, "spherical": K}
    if covariance_type not in sizes:
        print("unknown covariance type")
        return -1
    return K - 1 + K * D + sizes[covariance_type]
