# The corrected variance
# loses: a standard deviation, not its square; the divisor is the number of observations
def gaussian_mle(data):
    return np.mean(data), np.var(data, ddof=1)
