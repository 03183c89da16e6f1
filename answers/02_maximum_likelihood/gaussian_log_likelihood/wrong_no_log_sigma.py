# Least squares: the logarithm of sigma is left out
# loses: the log-likelihood of a sample; sigma is a standard deviation
def gaussian_log_likelihood(data, mu, sigma):
    return -len(data) / 2 * np.log(2 * np.pi) - np.sum((data - mu) ** 2) / (2 * sigma**2)
