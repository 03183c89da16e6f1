# n numbers for one feature
# loses: n draws of d features; draws around the mean of the class; spread of the class; independent draws and features; normal noise; randomness from the rng that is passed; arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[label, 0], np.sqrt(variances[label, 0]), size=n)
