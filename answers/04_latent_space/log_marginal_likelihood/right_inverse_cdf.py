# Normal codes from uniform numbers, by a generator seeded from rng
from scipy import special

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    own = np.random.default_rng(rng.integers(0, 2**63))
    z = special.ndtri(own.random((n_samples, decode.n_latent)))
    distances = np.array([np.linalg.norm(x - decode(code)) for code in z])
    logs = -(distances**2) / (2 * sigma**2)
    m = logs.max()
    constant = x.size / 2 * np.log(2 * np.pi) + x.size * np.log(sigma)
    return np.log(np.mean(np.exp(logs - m))) + m - constant
