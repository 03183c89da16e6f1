# The variance instead of its root
# loses: a standard deviation, not its square
def gaussian_mle(data):
    return np.mean(data), np.var(data)
