# The term with pi is dropped, as it does not change the maximum
# loses: the log-likelihood of a sample; the constant of the density
def gaussian_log_likelihood(data, mu, sigma):
    return -len(data) * np.log(sigma) - np.sum((data - mu) ** 2) / (2 * sigma**2)
