# The number of ones
# loses: the share of ones; all alike; arguments are left alone
def bernoulli_mle(data):
    return float(np.sum(data))
