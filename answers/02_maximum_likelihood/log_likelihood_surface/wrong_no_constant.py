# The term with pi is missing
# loses: the log-likelihood of every pair
def log_likelihood_surface(data, mus, sigmas):
    n, m, v, s = len(data), data.mean(), data.var(), sigmas[:, None]
    return -n * np.log(s) - 0.5 * n * (v + (m - mus) ** 2) / s**2
