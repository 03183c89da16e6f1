# Noise that is not stretched
# loses: spread of the class
import numpy as np

def sample_class(label, n, means, variances, rng):
    return means[label] + rng.standard_normal((n, means.shape[1]))
