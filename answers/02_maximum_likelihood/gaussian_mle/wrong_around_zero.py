# The root of the mean square, around zero
# loses: a standard deviation, not its square; the divisor is the number of observations
def gaussian_mle(data):
    return np.mean(data), np.sqrt(np.mean(data**2))
