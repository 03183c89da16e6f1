# The probability of a zero
# loses: the share of ones; all alike
def bernoulli_mle(data):
    return float(np.mean(data == 0))
