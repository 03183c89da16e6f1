# The inverse distribution function of uniform numbers
import numpy as np
from scipy.special import ndtri

def sample_class(label, n, means, variances, rng):
    u = 1 - rng.random((n, means.shape[1]))
    return means[label] + np.sqrt(variances[label]) * ndtri(u)
