# Logarithms to base ten.
# loses: the divergence of one distribution from another; natural logarithms; rows with zeros among rows without
def kl_divergence(p, q):
    return np.where(p > 0, p * np.log10(np.where(p > 0, p, 1) / q), 0).sum(axis=-1)
