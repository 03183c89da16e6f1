# KL of q from p.
# loses: the divergence of one distribution from another; from q to p or from p to q; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    return rel_entr(q, p).sum(axis=-1)
