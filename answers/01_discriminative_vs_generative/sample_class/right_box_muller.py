# Box and Muller
import numpy as np

def sample_class(label, n, means, variances, rng):
    d = means.shape[1]
    r = np.sqrt(-2 * np.log(1 - rng.random((n, d))))
    z = r * np.cos(2 * np.pi * rng.random((n, d)))
    return z * np.sqrt(variances[label]) + means[label]
