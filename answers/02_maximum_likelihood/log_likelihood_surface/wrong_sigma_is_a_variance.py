# sigma where its square belongs
# loses: the log-likelihood of every pair; hundreds of observations; a single mu, a single sigma, a single point
def log_likelihood_surface(data, mus, sigmas):
    n, m, v, s = len(data), data.mean(), data.var(), sigmas[:, None]
    return -0.5 * n * np.log(2 * np.pi * s) - 0.5 * n * (v + (m - mus) ** 2) / s
