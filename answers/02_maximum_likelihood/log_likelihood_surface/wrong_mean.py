# The mean over the data
# loses: the log-likelihood of every pair
def log_likelihood_surface(data, mus, sigmas):
    m, v, s = data.mean(), data.var(), sigmas[:, None]
    return -0.5 * np.log(2 * np.pi * s**2) - 0.5 * (v + (m - mus) ** 2) / s**2
