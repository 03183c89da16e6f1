# In bits.
# loses: the divergence of one distribution from another; natural logarithms; rows with zeros among rows without
from scipy.stats import entropy

def kl_divergence(p, q):
    return entropy(p, q, base=2, axis=-1)
