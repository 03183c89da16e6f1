# One running sum, codes from the standard library's point of view: rows of a table
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    total = -np.inf
    for image in decode(rng.standard_normal((decode.n_latent, n_samples)).T):
        square = np.dot(x - image, x - image)
        total = np.logaddexp(total, -square / (2 * sigma**2))
    return total - np.log(n_samples) - len(x) * (np.log(sigma) + 0.5 * np.log(2 * np.pi))
