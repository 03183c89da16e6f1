# Always the first class
# loses: draws around the mean of the class; spread of the class
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[0], np.sqrt(variances[0]), size=(n, means.shape[1]))
