# Sigma first
# loses: the mean; a standard deviation, not its square; the divisor is the number of observations; arguments are left alone
def gaussian_mle(data):
    return np.std(data), np.mean(data)
