# Codes are drawn from the prior and weighted by it too
# loses: the constant of the density; the average over the codes; the log of the mean; codes from the prior
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((n_samples, decode.n_latent))
    log_p = -0.5 * ((x - decode(z)) ** 2).sum(axis=1) / sigma**2
    log_p -= 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
    log_p += -0.5 * (z**2).sum(axis=1) - 0.5 * z.shape[1] * np.log(2 * np.pi)
    return logsumexp(log_p) - np.log(n_samples)
