# Logarithms of both joint probabilities, normalised
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    a = np.log(prior) + np.log(likelihood)
    b = np.log1p(-np.asarray(prior, dtype=float)) + np.log(likelihood_not)
    return np.exp(a - np.logaddexp(a, b))
