# Log odds against every other class
import numpy as np
from scipy.special import logsumexp

def naive_bayes_log_posterior(X, priors, means, variances):
    score = np.empty((len(priors), len(X)))
    for k, (m, v) in enumerate(zip(means, variances)):
        score[k] = np.log(priors[k]) - 0.5 * np.sum(np.log(v) + (X - m) ** 2 / v, axis=1)
    out = [-logsumexp(score - score[k], axis=0) for k in range(len(score))]
    return np.array(out).T
