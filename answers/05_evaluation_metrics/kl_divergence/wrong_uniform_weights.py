# The logarithms are averaged without the weights p.
# loses: the divergence of one distribution from another; from q to p or from p to q; natural logarithms; events that p rules out; events that only q rules out; one number a row, rows that broadcast; rows with zeros among rows without; arguments are left alone
def kl_divergence(p, q):
    return np.mean(np.log(p / q), axis=-1)
