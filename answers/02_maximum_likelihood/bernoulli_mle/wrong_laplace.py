# One more of each
# loses: the share of ones; all alike; arguments are left alone
def bernoulli_mle(data):
    return (np.sum(data) + 1) / (len(data) + 2)
