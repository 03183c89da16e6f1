# A table of joint probabilities, divided by its column sums
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    p, a, b = np.broadcast_arrays(prior, likelihood, likelihood_not)
    joint = np.stack([p * a, (1 - p) * b])
    return (joint / joint.sum(axis=0))[0]
