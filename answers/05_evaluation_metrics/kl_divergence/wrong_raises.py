# Refuses an infinite divergence.
# loses: events that only q rules out; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    if np.any((q == 0) & (p > 0)):
        raise ValueError("q must be positive where p is")
    return rel_entr(p, q).sum(axis=-1)
