# The mean itself, n times
# loses: spread of the class; independent draws and features; normal noise; randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    return np.tile(means[label], (n, 1))
