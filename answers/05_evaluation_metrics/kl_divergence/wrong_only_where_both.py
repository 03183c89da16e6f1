# Events that either distribution rules out are skipped.
# loses: events that only q rules out; rows with zeros among rows without
def kl_divergence(p, q):
    both = (p > 0) & (q > 0)
    return np.where(both, p * np.log(np.where(both, p / q, 1)), 0).sum(axis=-1)
