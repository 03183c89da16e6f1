# Always the same number of codes
# loses: codes from the prior
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((5000, decode.n_latent))
    log_p = -0.5 * ((x - decode(z)) ** 2).sum(axis=1) / sigma**2
    return logsumexp(log_p) - np.log(5000) - 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
