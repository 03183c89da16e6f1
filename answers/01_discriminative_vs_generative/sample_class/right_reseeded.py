# A new generator whose seed is drawn from rng
import numpy as np

def sample_class(label, n, means, variances, rng):
    own = np.random.default_rng(rng.integers(2**63))
    return own.normal(size=(n, means.shape[1])) * np.sqrt(variances[label]) + means[label]
