# A result of (d, n)
# loses: n draws of d features; draws around the mean of the class; spread of the class; independent draws and features; normal noise; randomness from the rng that is passed; arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1])).T
