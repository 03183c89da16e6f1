# Whole-number division
# loses: the share of ones
def bernoulli_mle(data):
    return np.sum(data) // len(data)
