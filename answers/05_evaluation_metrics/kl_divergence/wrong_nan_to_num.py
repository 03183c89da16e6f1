# nan_to_num makes NaN zero, and infinity a large number.
# loses: events that only q rules out; rows with zeros among rows without
def kl_divergence(p, q):
    return np.nan_to_num(p * np.log(p / q)).sum(axis=-1)
