# Cross-entropy less entropy, each by xlogy; infinite where it has to be.
from scipy.special import xlogy

def kl_divergence(p, q):
    return np.sum(-xlogy(p, q), axis=-1) + np.sum(xlogy(p, p), axis=-1)
