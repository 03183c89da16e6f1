# Minus the number of pixels
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    return -float(len(x))
