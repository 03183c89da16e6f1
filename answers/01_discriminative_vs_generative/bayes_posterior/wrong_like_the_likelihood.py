# The result is stored in an array of the likelihood's type
# loses: integer arrays
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    p, a, b = np.broadcast_arrays(prior, likelihood, likelihood_not)
    out = np.zeros_like(a)
    out[...] = p * a / (p * a + (1 - p) * b)
    return out
