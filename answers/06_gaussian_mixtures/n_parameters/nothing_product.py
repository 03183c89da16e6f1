# Components times features
def n_parameters(n_components, n_features, covariance_type):
    return n_components * n_features
