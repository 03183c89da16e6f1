# The evidence itself, not its logarithm
# loses: the exponent of the density; the constant of the density; the average over the codes; the log of the mean; codes from the prior; densities beyond the range of floats; randomness from rng; the image is left alone
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((n_samples, decode.n_latent))
    log_p = -0.5 * ((x - decode(z)) ** 2).sum(axis=1) / sigma**2
    log_p -= 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
    return np.exp(logsumexp(log_p) - np.log(n_samples))
