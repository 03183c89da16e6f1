# The density first, then its logarithm, observation by observation
# loses: hundreds of observations
def gaussian_log_likelihood(data, mu, sigma):
    density = np.exp(-(data - mu) ** 2 / (2 * sigma**2)) / np.sqrt(2 * np.pi * sigma**2)
    return np.sum(np.log(density))
