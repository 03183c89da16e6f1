# Whole-number division
# loses: the share of ones; all alike; arguments are left alone
def bernoulli_mle(data):
    return np.sum(data) // len(data)
