# Takes the square root of the variances in place
# loses: arguments are left alone
import numpy as np

def sample_class(label, n, means, variances, rng):
    np.sqrt(variances, out=variances)
    return rng.normal(means[label], variances[label], size=(n, means.shape[1]))
