# Multiplies densities, takes logarithms at the end
# loses: rows far from every class; hopeless classes
import numpy as np
from scipy.stats import norm

def naive_bayes_log_posterior(X, priors, means, variances):
    joint = priors * norm.pdf(X[:, None], means, np.sqrt(variances)).prod(axis=2)
    return np.log(joint / joint.sum(axis=1, keepdims=True))
