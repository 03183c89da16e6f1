# The likelihood, without a logarithm
# loses: the log-likelihood of every pair; a row for each sigma, a column for each mu; hundreds of observations; a single mu, a single sigma, a single point; a large grid over many points; arguments are left alone
def log_likelihood_surface(data, mus, sigmas):
    n, m, v, s = len(data), data.mean(), data.var(), sigmas[:, None]
    return np.exp(-0.5 * n * (np.log(2 * np.pi * s**2) + (v + (m - mus) ** 2) / s**2))
