# Every feature comes out sorted
# loses: independent draws and features
import numpy as np

def sample_class(label, n, means, variances, rng):
    return np.sort(rng.normal(means[label], np.sqrt(variances[label]), (n, means.shape[1])), axis=0)
