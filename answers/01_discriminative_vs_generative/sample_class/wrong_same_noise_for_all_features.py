# One number of noise for a whole row
# loses: independent draws and features
import numpy as np

def sample_class(label, n, means, variances, rng):
    return means[label] + np.sqrt(variances[label]) * rng.standard_normal((n, 1))
