# The term with pi is not halved
# loses: the log-likelihood of a sample; the constant of the density
def gaussian_log_likelihood(data, mu, sigma):
    n = len(data)
    return -n * np.log(2 * np.pi) - n * np.log(sigma) - np.sum((data - mu) ** 2) / (2 * sigma**2)
