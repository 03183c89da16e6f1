# A copy of rng, so that the next call repeats the draws
# loses: randomness from the rng that is passed
import copy

import numpy as np

def sample_class(label, n, means, variances, rng):
    own = copy.deepcopy(rng)
    return own.normal(means[label], np.sqrt(variances[label]), size=(n, means.shape[1]))
