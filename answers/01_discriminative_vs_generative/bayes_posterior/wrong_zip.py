# Walks along the arrays side by side, so that shapes have to be equal
# loses: arrays that broadcast
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    rule = lambda p, a, b: p * a / (p * a + (1 - p) * b)
    if np.ndim(likelihood) == 0:
        return rule(prior, likelihood, likelihood_not)
    p = np.broadcast_to(prior, np.shape(likelihood)) if np.ndim(prior) == 0 else prior
    return np.array([rule(*entry) for entry in zip(p, likelihood, likelihood_not)])
