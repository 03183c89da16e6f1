# sigma stands where the variance belongs, in both places
# loses: the log-likelihood of a sample; sigma is a standard deviation
def gaussian_log_likelihood(data, mu, sigma):
    n = len(data)
    return -n / 2 * np.log(2 * np.pi) - n / 2 * np.log(sigma) - ((data - mu) ** 2).sum() / (2 * sigma)
