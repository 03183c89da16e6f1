# Only the mean of the data enters
# loses: the log-likelihood of every pair; hundreds of observations; a single mu, a single sigma, a single point
def log_likelihood_surface(data, mus, sigmas):
    n, m, s = len(data), data.mean(), sigmas[:, None]
    return -0.5 * n * (np.log(2 * np.pi * s**2) + (m - mus) ** 2 / s**2)
