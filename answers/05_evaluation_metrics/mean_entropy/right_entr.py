# scipy has the terms.
from scipy.special import entr

def mean_entropy(probs):
    return entr(probs).sum(axis=1).mean()
