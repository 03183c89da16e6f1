# In logarithms
from scipy.special import logsumexp

def effective_sample_size(weights):
    positive = weights[weights > 0]
    return np.exp(2 * logsumexp(np.log(positive)) - logsumexp(2 * np.log(positive)))
