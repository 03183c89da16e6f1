# Sorts the data to find the first one
# loses: arguments are left alone
def bernoulli_mle(data):
    data.sort()
    return 1 - np.searchsorted(data, 1) / len(data)
