# The evidence is kept away from zero
# loses: divided by the evidence
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    evidence = prior * likelihood + (1 - prior) * likelihood_not
    return prior * likelihood / np.maximum(evidence, np.finfo(float).eps)
