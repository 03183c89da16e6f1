# The number of ones
# loses: the share of ones; all alike
def bernoulli_mle(data):
    return float(np.sum(data))
