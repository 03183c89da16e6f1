# One draw, repeated n times
# loses: draws around the mean of the class; spread of the class; independent draws and features; normal noise
import numpy as np

def sample_class(label, n, means, variances, rng):
    x = rng.normal(means[label], np.sqrt(variances[label]))
    return np.tile(x, (n, 1))
