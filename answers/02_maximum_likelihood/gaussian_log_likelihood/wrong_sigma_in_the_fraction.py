# The logarithm is right, the fraction has sigma for its square
# loses: the log-likelihood of a sample; sigma is a standard deviation
def gaussian_log_likelihood(data, mu, sigma):
    n = len(data)
    return -n * np.log(sigma * np.sqrt(2 * np.pi)) - ((data - mu) ** 2).sum() / (2 * sigma)
