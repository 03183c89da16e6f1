# The root of the sum of squares
# loses: a standard deviation, not its square; the divisor is the number of observations
def gaussian_mle(data):
    mu = np.mean(data)
    return mu, np.sqrt(np.sum((data - mu) ** 2))
