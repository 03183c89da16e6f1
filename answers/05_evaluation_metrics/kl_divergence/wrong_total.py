# The sum runs over everything.
# loses: one number a row, rows that broadcast; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    return float(np.sum(rel_entr(p, q)))
