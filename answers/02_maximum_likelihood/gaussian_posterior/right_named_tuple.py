# A pair with names, and a warning on the way
import warnings
from collections import namedtuple

Posterior = namedtuple("Posterior", "mean std")

def gaussian_posterior(data, sigma, prior_mean, prior_std):
    if not len(data):
        warnings.warn("no data")
    precision = 1 / prior_std**2 + sum(1 / sigma**2 for _ in data)
    mean = (prior_mean / prior_std**2 + sum(x / sigma**2 for x in data)) / precision
    return Posterior(float(mean), float(precision**-0.5))
