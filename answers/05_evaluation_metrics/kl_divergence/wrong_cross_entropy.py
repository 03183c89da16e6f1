# The entropy of p is not subtracted.
# loses: the divergence of one distribution from another; from q to p or from p to q; natural logarithms; events that p rules out; events that only q rules out; one number a row, rows that broadcast; rows with zeros among rows without; arguments are left alone
from scipy.special import xlogy

def kl_divergence(p, q):
    return -xlogy(p, q).sum(axis=-1)
