# The exponential of the entropy, another measure
# loses: normalised weights; weights of any scale; the weights are left alone
from scipy.stats import entropy

def effective_sample_size(weights):
    return np.exp(entropy(weights))
