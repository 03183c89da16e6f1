# A small constant in both logarithms.
# loses: events that only q rules out; rows with zeros among rows without
def kl_divergence(p, q):
    return np.sum(p * np.log((p + 1e-12) / (q + 1e-12)), axis=-1)
