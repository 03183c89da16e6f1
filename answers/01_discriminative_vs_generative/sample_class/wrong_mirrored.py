# Every second half is the mirror image of the first
# loses: independent draws and features
import numpy as np

def sample_class(label, n, means, variances, rng):
    d = means.shape[1]
    half = rng.standard_normal((n - n // 2, d))
    z = np.vstack([half, -half])[:n]
    return means[label] + np.sqrt(variances[label]) * z
