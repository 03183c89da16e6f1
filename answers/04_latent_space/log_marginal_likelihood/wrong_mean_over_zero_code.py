# The density of x around the image of the code zero
# loses: the log of the mean; codes from the prior; randomness from rng
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    image = decode(np.zeros(decode.n_latent))
    log_p = -0.5 * ((x - image) ** 2).sum() / sigma**2
    return log_p - 0.5 * len(x) * np.log(2 * np.pi * sigma**2)
