# Codes in batches from spawned generators
from scipy.special import logsumexp

def log_marginal_likelihood(x, decode, sigma, n_samples, rng):
    sizes = [256] * (n_samples // 256) + ([n_samples % 256] if n_samples % 256 else [])
    parts = []
    for size, child in zip(sizes, rng.spawn(len(sizes))):
        z = child.multivariate_normal(np.zeros(decode.n_latent), np.eye(decode.n_latent), size)
        residual = (x - decode(z)) / sigma
        parts.append(logsumexp(-0.5 * np.einsum("nd,nd->n", residual, residual)))
    return logsumexp(parts) - np.log(n_samples) - 0.5 * x.size * np.log(2 * np.pi * sigma**2)
