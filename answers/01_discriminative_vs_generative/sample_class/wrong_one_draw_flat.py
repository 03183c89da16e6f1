# A single draw comes back as (d,)
# loses: n draws of d features
import numpy as np

def sample_class(label, n, means, variances, rng):
    X = rng.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1]))
    return X[0] if n == 1 else X
