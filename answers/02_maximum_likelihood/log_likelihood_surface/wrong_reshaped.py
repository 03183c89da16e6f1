# The right shape, filled in the wrong order
# loses: the log-likelihood of every pair; a row for each sigma, a column for each mu; hundreds of observations
def log_likelihood_surface(data, mus, sigmas):
    n, m, v = len(data), data.mean(), data.var()
    table = -0.5 * n * (np.log(2 * np.pi * sigmas**2) + (v + (m - mus[:, None]) ** 2) / sigmas**2)
    return table.reshape(len(sigmas), len(mus))
