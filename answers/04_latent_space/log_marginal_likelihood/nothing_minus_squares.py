# Minus half the sum of squares
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    return -0.5 * float(np.sum(x**2))
