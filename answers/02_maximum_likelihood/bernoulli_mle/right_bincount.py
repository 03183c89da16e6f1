# Counts both
def bernoulli_mle(data):
    zeros, ones = np.bincount(data, minlength=2)
    return ones / (zeros + ones)
