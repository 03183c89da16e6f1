# Axes of length one are squeezed away
# loses: n draws of d features
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1])).squeeze()
