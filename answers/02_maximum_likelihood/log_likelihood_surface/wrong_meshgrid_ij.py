# A meshgrid in matrix order
# loses: a row for each sigma, a column for each mu
def log_likelihood_surface(data, mus, sigmas):
    n, m, v = len(data), data.mean(), data.var()
    M, S = np.meshgrid(mus, sigmas, indexing="ij")
    return -0.5 * n * (np.log(2 * np.pi * S**2) + (v + (m - M) ** 2) / S**2)
