# The logarithm of p to the power p, which is one at zero.
def mean_entropy(probs):
    return float(-np.log(np.power(probs, probs)).sum(axis=-1).mean())
