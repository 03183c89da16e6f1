# scipy's normal log density, summed over pixels; logaddexp
from scipy.stats import norm

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    images = decode(rng.standard_normal((n_samples, decode.n_latent)))
    log_p = norm.logpdf(x, loc=images, scale=sigma).sum(axis=-1)
    return float(np.logaddexp.reduce(log_p) - np.log(n_samples))
