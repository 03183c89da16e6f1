# Both values are expected to be there
# loses: all alike
def bernoulli_mle(data):
    values, counts = np.unique(data, return_counts=True)
    return counts[1] / counts.sum()
