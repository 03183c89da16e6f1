# Single precision
import numpy as np

def sample_class(label, n, means, variances, rng):
    z = rng.standard_normal((n, means.shape[1]), dtype=np.float32)
    return means[label].astype(np.float32) + np.sqrt(variances[label]).astype(np.float32) * z
