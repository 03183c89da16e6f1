# Normal codes by Box and Muller; decodes rows one by one with a comprehension
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    shape = (n_samples, decode.n_latent)
    radius = np.sqrt(-2 * np.log(1 - rng.random(shape)))
    z = radius * np.cos(2 * np.pi * rng.random(shape))
    log_p = np.array([-np.sum((x - decode(row)) ** 2) / (2 * sigma**2) for row in z])
    log_p -= len(x) * np.log(np.sqrt(2 * np.pi) * sigma)
    largest = np.max(log_p)
    return np.asarray(largest + np.log(np.sum(np.exp(log_p - largest)) / n_samples))
