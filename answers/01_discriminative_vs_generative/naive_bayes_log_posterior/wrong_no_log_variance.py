# The log variance is missing
# loses: the log variance counts
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    squares = (X[:, None] - means) ** 2 / variances
    joint = np.log(priors) - 0.5 * squares.sum(axis=2)
    return joint - logsumexp(joint, axis=1, keepdims=True)
