# The three terms of the formula in the text
def gaussian_log_likelihood(data, mu, sigma):
    N = len(data)
    return -N / 2 * np.log(2 * np.pi) - N / 2 * np.log(sigma**2) - np.sum((data - mu) ** 2) / (2 * sigma**2)
