# Single precision
def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    z = rng.standard_normal((n_samples, decode.n_latent), dtype=np.float32)
    r = ((x - decode(z)) / sigma).astype(np.float32)
    e = -0.5 * (r * r).sum(axis=1)
    top = e.max()
    c = np.float32(0.5 * len(x) * np.log(2 * np.pi * sigma**2))
    return top + np.log(np.exp(e - top).mean()) - c
