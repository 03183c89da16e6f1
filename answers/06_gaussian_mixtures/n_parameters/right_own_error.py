# Raises an error class of its own that is a ValueError
from math import comb

class UnknownCovarianceType(ValueError):
    pass

def n_parameters(n_components, n_features, covariance_type):
    K, D = n_components, n_features
    sizes = dict(full=K * comb(D + 1, 2), tied=comb(D + 1, 2), diag=K * D, spherical=K)
    if covariance_type not in sizes:
        raise UnknownCovarianceType(covariance_type)
    return np.int64(sizes[covariance_type] + K * D + K - 1)
