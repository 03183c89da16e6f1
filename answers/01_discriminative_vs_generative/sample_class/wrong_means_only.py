# The mean itself, n times
# loses: spread of the class; independent draws and features; normal noise; randomness from the rng that is passed; n draws of d features; draws around the mean of the class; arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    return np.tile(means[label], (n, 1))
