# Only the mean
# loses: the mean; a standard deviation, not its square; the divisor is the number of observations; arguments are left alone
def gaussian_mle(data):
    return float(np.mean(data))
