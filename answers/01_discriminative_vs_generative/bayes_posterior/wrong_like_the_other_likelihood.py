# Joint probabilities outside spam keep the type of their likelihood
# loses: integer arrays
import numpy as np

def bayes_posterior(prior, likelihood, likelihood_not):
    ham = ((1 - prior) * likelihood_not).astype(np.asarray(likelihood_not).dtype) if np.ndim(
        likelihood_not) else (1 - prior) * likelihood_not
    spam = prior * likelihood
    return spam / (spam + ham)
