# numpy.vectorize over codes
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    codes = rng.standard_normal((n_samples, decode.n_latent))
    log_p = np.vectorize(lambda i: -0.5 * (((x - decode(codes[i])) / sigma) ** 2).sum())
    constant = -0.5 * len(x) * np.log(2 * np.pi * sigma**2)
    return constant + logsumexp(log_p(np.arange(n_samples))) - np.log(n_samples)
