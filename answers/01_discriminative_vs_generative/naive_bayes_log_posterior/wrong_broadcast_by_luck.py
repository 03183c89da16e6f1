# Subtracts the means from the rows without an axis in between
# loses: log posterior of ordinary rows; the prior counts; the log variance counts; normalised rows; rows far from every class; hopeless classes; one feature, one class, one row; arguments are left alone
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    z = (X - means) ** 2 / variances
    joint = np.log(priors) - 0.5 * (np.log(variances) + z).sum(axis=1)
    joint = np.tile(joint, (len(X), 1))
    return joint - logsumexp(joint, axis=1, keepdims=True)
