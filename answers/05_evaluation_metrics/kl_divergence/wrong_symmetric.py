# The mean of both directions.
# loses: the divergence of one distribution from another; from q to p or from p to q; natural logarithms; events that p rules out; events that only q rules out; one number a row, rows that broadcast; rows with zeros among rows without; arguments are left alone
from scipy.special import rel_entr

def kl_divergence(p, q):
    return 0.5 * (rel_entr(p, q) + rel_entr(q, p)).sum(axis=-1)
