# A class drawn at random for every row
# loses: draws around the mean of the class; spread of the class; independent draws and features; normal noise; n draws of d features; randomness from the rng that is passed; arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    k = rng.integers(len(means), size=n)
    return rng.normal(means[k], np.sqrt(variances[k]))
