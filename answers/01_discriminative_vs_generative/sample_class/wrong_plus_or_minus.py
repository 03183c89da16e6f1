# Every number is one standard deviation above or below the mean
# loses: normal noise
import numpy as np

def sample_class(label, n, means, variances, rng):
    z = rng.choice([-1.0, 1.0], size=(n, means.shape[1]))
    return means[label] + np.sqrt(variances[label]) * z
