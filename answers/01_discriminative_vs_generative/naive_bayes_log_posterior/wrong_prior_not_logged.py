# The prior is added without its logarithm
# loses: the prior counts
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    squares = (X[:, None] - means) ** 2 / variances
    joint = priors - 0.5 * (np.log(2 * np.pi * variances) + squares).sum(axis=2)
    return joint - logsumexp(joint, axis=1, keepdims=True)
