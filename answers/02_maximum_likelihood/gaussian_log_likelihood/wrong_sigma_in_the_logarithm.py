# The fraction is right, the logarithm is of the variance, not halved
# loses: the log-likelihood of a sample; sigma is a standard deviation
def gaussian_log_likelihood(data, mu, sigma):
    n = len(data)
    return (-n / 2 * np.log(2 * np.pi) - n * np.log(sigma**2)
            - ((data - mu) ** 2).sum() / (2 * sigma**2))
