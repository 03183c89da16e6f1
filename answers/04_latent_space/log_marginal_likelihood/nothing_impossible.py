# Impossible
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    return -np.inf
