# Turns the likelihoods into joint probabilities in place
# loses: arguments are left alone
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    shape = np.broadcast(prior, likelihood, likelihood_not).shape
    if shape and np.shape(likelihood_not) == shape and likelihood_not.dtype == float:
        likelihood_not *= 1 - prior
        return prior * likelihood / (prior * likelihood + likelihood_not)
    return prior * likelihood / (prior * likelihood + (1 - prior) * likelihood_not)
