# scipy's normal log densities and log_softmax
import numpy as np
from scipy.special import log_softmax
from scipy.stats import norm

def naive_bayes_log_posterior(X, priors, means, variances):
    densities = norm.logpdf(X[:, None], means, np.sqrt(variances)).sum(axis=2)
    return log_softmax(densities + np.log(priors), axis=1)
