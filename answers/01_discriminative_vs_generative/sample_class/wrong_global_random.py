# numpy's global generator
# loses: randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    return np.random.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1]))
