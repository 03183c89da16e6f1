# Draws for every class, and keeps one
import numpy as np

def sample_class(label, n, means, variances, rng):
    noise = rng.standard_normal((n, *means.shape))
    everyone = means + np.sqrt(variances) * noise
    return everyone[:, label]
