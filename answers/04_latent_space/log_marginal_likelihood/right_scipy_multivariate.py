# scipy's multivariate normal around each image; weights inside logsumexp
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    images = decode(rng.standard_normal((n_samples, decode.n_latent)))
    noise = multivariate_normal(np.zeros(len(x)), sigma**2 * np.eye(len(x)))
    return logsumexp(np.atleast_1d(noise.logpdf(x - images)), b=1 / n_samples)
