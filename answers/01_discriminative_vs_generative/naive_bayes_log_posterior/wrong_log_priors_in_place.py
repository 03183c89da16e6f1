# Takes the logarithm of the priors in place
# loses: arguments are left alone
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    np.log(priors, out=priors)
    z = (X[:, None] - means) ** 2 / variances
    joint = priors - 0.5 * (np.log(variances) + z).sum(axis=2)
    return joint - logsumexp(joint, axis=1, keepdims=True)
