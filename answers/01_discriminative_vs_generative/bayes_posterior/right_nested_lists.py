# Loops over all entries; arrays come back as nested lists
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    args = np.broadcast_arrays(prior, likelihood, likelihood_not)
    if args[0].ndim == 0:
        p, a, b = map(float, args)
        return p * a / (p * a + (1 - p) * b)
    return [bayes_posterior(p, a, b) for p, a, b in zip(*args)]
