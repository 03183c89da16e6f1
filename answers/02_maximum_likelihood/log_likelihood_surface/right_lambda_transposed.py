# The other way round, then turned
log_likelihood_surface = lambda data, mus, sigmas: (
    -0.5 * len(data) * np.log(2 * np.pi * sigmas**2)
    - 0.5 * len(data) * (data.var() + (data.mean() - mus[:, None]) ** 2) / sigmas**2
).T
