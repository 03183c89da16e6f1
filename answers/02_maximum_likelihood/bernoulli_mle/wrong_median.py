# The median
# loses: the share of ones
def bernoulli_mle(data):
    return float(np.median(data))
