# scipy's normal with rng as random state
import numpy as np
from scipy.stats import norm

def sample_class(label, n, means, variances, rng):
    mu, sd = means[label], np.sqrt(variances[label])
    return norm.rvs(loc=mu, scale=sd, size=(n, len(mu)), random_state=rng)
