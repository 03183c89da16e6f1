# The mean
def bernoulli_mle(data):
    return np.mean(data)
