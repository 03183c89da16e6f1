# Rows are means
# loses: a row for each sigma, a column for each mu
def log_likelihood_surface(data, mus, sigmas):
    n, m, v = len(data), data.mean(), data.var()
    return -0.5 * n * (np.log(2 * np.pi * sigmas**2) + (v + (m - mus[:, None]) ** 2) / sigmas**2)
