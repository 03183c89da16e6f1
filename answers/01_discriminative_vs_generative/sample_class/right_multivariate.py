# A multivariate normal with a diagonal covariance
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.multivariate_normal(means[label], np.diag(variances[label]), size=n)
