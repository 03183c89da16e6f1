# The mean is not added
# loses: draws around the mean of the class
import numpy as np

def sample_class(label, n, means, variances, rng):
    return np.sqrt(variances[label]) * rng.standard_normal((n, means.shape[1]))
