# The scatter from a corrected variance
# loses: the log-likelihood of every pair; a single mu, a single sigma, a single point
def log_likelihood_surface(data, mus, sigmas):
    n, m, v, s = len(data), data.mean(), data.var(ddof=1), sigmas[:, None]
    return -0.5 * n * (np.log(2 * np.pi * s**2) + (v + (m - mus) ** 2) / s**2)
