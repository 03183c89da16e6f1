# The logarithm of q / p, and no minus.
# loses: the divergence of one distribution from another; from q to p or from p to q; natural logarithms; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    return -rel_entr(p, q).sum(axis=-1)
