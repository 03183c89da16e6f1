# All codes at once, scipy's logsumexp
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.normal(size=(n_samples, decode.n_latent))
    d = x.shape[0]
    log_lik = (-0.5 * np.sum((x - decode(z)) ** 2, axis=1) / sigma**2
               - d / 2 * np.log(2 * np.pi * sigma**2))
    return logsumexp(log_lik) - np.log(n_samples)
