# The corrected standard deviation
# loses: the divisor is the number of observations
def gaussian_mle(data):
    return np.mean(data), np.std(data, ddof=1)
