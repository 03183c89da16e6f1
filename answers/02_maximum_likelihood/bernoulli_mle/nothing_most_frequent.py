# The value that is there more often
def bernoulli_mle(data):
    return float(np.sum(data) > len(data) / 2)
