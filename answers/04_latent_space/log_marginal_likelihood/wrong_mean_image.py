# The density of x around the mean image
# loses: the log of the mean
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((n_samples, decode.n_latent))
    image = decode(z).mean(axis=0)
    log_p = -0.5 * ((x - image) ** 2).sum() / sigma**2
    return log_p - 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
