# axis=1 for tables, which is not the last one of three.
# loses: one number a row, rows that broadcast; rows with zeros among rows without
from scipy.special import rel_entr

def kl_divergence(p, q):
    terms = rel_entr(p, q)
    return terms.sum(axis=1) if terms.ndim > 1 else terms.sum()
