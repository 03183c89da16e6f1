# What came more often
# loses: the share of ones
def bernoulli_mle(data):
    return float(np.mean(data) > 0.5)
