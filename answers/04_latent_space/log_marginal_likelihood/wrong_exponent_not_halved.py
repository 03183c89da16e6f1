# The squared distance is not halved
# loses: the exponent of the density
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((n_samples, decode.n_latent))
    log_p = -((x - decode(z)) ** 2).sum(axis=1) / sigma**2
    log_p -= 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
    return logsumexp(log_p) - np.log(n_samples)
