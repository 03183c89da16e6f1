# Counts the entries of a triangle with numpy
def n_parameters(n_components, n_features, covariance_type):
    if covariance_type not in ("full", "tied", "diag", "spherical"):
        raise ValueError("unknown type")
    upper = len(np.triu_indices(n_features)[0])
    per_matrix = {"full": upper, "tied": upper, "diag": n_features, "spherical": 1}
    matrices = 1 if covariance_type == "tied" else n_components
    return n_components - 1 + n_components * n_features + matrices * per_matrix[covariance_type]
