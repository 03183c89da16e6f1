# The log density of a number, vectorised
@np.vectorize
def log_density(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)

def gaussian_log_likelihood(data, mu, sigma):
    return log_density(data, mu, sigma).sum()
