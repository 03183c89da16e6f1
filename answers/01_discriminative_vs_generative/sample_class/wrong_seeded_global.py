# The global generator, seeded anew in every call
# loses: randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    np.random.seed(0)
    return means[label] + np.sqrt(variances[label]) * np.random.randn(n, means.shape[1])
