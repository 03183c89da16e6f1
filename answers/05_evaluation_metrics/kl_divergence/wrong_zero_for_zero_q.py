# Where q is zero the term is taken for zero.
# loses: events that only q rules out; rows with zeros among rows without
def kl_divergence(p, q):
    p, q = np.broadcast_arrays(p, q)
    ratio = np.divide(p, q, out=np.ones(p.shape), where=q > 0)
    return (p * np.log(np.where(ratio > 0, ratio, 1))).sum(axis=-1)
