# A generator of its own
# loses: randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    rng = np.random.default_rng()
    return rng.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1]))
