# The joint probability is written over the likelihood where it fits
# loses: arguments are left alone
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    other = (1 - prior) * likelihood_not
    joint = np.asarray(likelihood)
    if joint.ndim and joint.shape == np.shape(prior) == np.shape(other):
        joint *= prior
    else:
        joint = prior * likelihood
    return joint / (joint + other)
