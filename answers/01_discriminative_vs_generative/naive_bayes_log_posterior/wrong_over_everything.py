# One log-sum-exp of the whole table
# loses: normalised rows
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    squares = (X[:, None] - means) ** 2 / variances
    joint = np.log(priors) - 0.5 * (np.log(2 * np.pi * variances) + squares).sum(axis=2)
    return joint - logsumexp(joint)
