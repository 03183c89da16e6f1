# Centres rows and means where they lie
# loses: arguments are left alone
import numpy as np

def naive_bayes_log_posterior(X, priors, means, variances):
    middle = means.mean(axis=0)
    X -= middle
    squares = (X[:, None] - (means - middle)) ** 2 / variances
    joint = np.log(priors) - 0.5 * (np.log(variances) + squares).sum(axis=2)
    return joint - np.logaddexp.reduce(joint, axis=1, keepdims=True)
