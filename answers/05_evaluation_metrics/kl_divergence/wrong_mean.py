# The mean over events in place of the sum.
# loses: the divergence of one distribution from another; natural logarithms; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    return rel_entr(p, q).mean(axis=-1)
