# The last feature has noise from a generator of its own
# loses: randomness from the rng that is passed
import numpy as np

def sample_class(label, n, means, variances, rng):
    noise = rng.standard_normal((n, means.shape[1]))
    noise[:, -1] = np.random.default_rng(0).standard_normal(n)
    return means[label] + np.sqrt(variances[label]) * noise
