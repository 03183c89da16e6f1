# A softmax over two log joint probabilities
import numpy as np
from scipy.special import softmax

def bayes_posterior(prior, likelihood, likelihood_not):
    p, a, b = np.broadcast_arrays(prior, likelihood, likelihood_not)
    return softmax(np.log([p * a, (1 - p) * b]), axis=0)[0]
