# Divides by one less
# loses: the share of ones; all alike
def bernoulli_mle(data):
    return np.sum(data) / (len(data) - 1)
