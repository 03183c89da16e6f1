# Pairs up rows, and does not broadcast.
# loses: one number a row, rows that broadcast; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    if p.ndim == 1:
        return rel_entr(p, q).sum()
    return np.array([rel_entr(a, b).sum() for a, b in zip(p, q)])
