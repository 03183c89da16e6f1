# The standard error of the mean
# loses: a standard deviation, not its square; the divisor is the number of observations
def gaussian_mle(data):
    return np.mean(data), np.std(data) / np.sqrt(len(data))
