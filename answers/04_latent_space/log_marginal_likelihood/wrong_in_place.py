# Turns x into a residual, in place
# loses: the image is left alone
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    images = decode(rng.standard_normal((n_samples, decode.n_latent)))
    middle = images.mean(axis=0)
    x -= middle
    log_p = -0.5 * ((x - (images - middle)) ** 2).sum(axis=1) / sigma**2
    return logsumexp(log_p) - np.log(n_samples) - 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
