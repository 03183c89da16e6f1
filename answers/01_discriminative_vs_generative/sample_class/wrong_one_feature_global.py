# The last feature has noise from numpy's global generator
# loses: randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    noise = rng.standard_normal((n, means.shape[1]))
    noise[:, -1] = np.random.randn(n)
    return means[label] + np.sqrt(variances[label]) * noise
