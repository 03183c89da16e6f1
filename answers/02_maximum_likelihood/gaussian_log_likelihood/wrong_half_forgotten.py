# The half before the squares is forgotten
# loses: the log-likelihood of a sample; sigma is a standard deviation
def gaussian_log_likelihood(data, mu, sigma):
    z = (data - mu) / sigma
    return np.sum(-0.5 * np.log(2 * np.pi) - np.log(sigma) - z**2)
