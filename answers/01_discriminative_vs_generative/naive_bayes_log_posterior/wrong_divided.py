# Divided by the sum of the logarithms
# loses: log posterior of ordinary rows; the prior counts; the log variance counts; normalised rows; rows far from every class; hopeless classes; one feature, one class, one row; arguments are left alone
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    squares = (X[:, None] - means) ** 2 / variances
    joint = np.log(priors) - 0.5 * (np.log(2 * np.pi * variances) + squares).sum(axis=2)
    return joint / joint.sum(axis=1, keepdims=True)
