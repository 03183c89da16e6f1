# Labels counted from one
# loses: draws around the mean of the class; spread of the class
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[label - 1], np.sqrt(variances[label - 1]), (n, means.shape[1]))
