# Ones to zeros
# loses: the share of ones; all alike
def bernoulli_mle(data):
    return np.sum(data == 1) / np.sum(data == 0)
