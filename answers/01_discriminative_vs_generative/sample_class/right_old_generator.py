# An old RandomState, seeded from rng
import numpy as np

def sample_class(label, n, means, variances, rng):
    old = np.random.RandomState(int(rng.integers(2**32)))
    return old.normal(means[label], np.sqrt(variances[label]), (n, means.shape[1]))
