# The mean absolute deviation
# loses: a standard deviation, not its square; the divisor is the number of observations
def gaussian_mle(data):
    mu = np.mean(data)
    return mu, np.mean(np.abs(data - mu))
