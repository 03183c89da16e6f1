# Two square roots
# loses: spread of the class
import numpy as np

def sample_class(label, n, means, variances, rng):
    return rng.normal(means[label], variances[label] ** 0.25, size=(n, means.shape[1]))
