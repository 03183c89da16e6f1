# A lambda
from scipy.special import logsumexp

log_marginal_likelihood = lambda x, decode, sigma, n_samples, rng: float(logsumexp(
    -0.5 * np.square(x - decode(rng.standard_normal((n_samples, decode.n_latent)))).sum(1) / sigma**2
) - np.log(n_samples) - len(x) * np.log(sigma * np.sqrt(2 * np.pi)))
