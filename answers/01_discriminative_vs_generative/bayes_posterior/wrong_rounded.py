# Rounded to two places, as in the text
# loses: the posterior of one word
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    return np.round(prior * likelihood / (prior * likelihood + (1 - prior) * likelihood_not), 2)
