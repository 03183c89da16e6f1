# The symmetric product, twice eigh, eigenvalues clipped.
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    values, vectors = np.linalg.eigh(sigma_r)
    half = vectors @ np.diag(np.sqrt(np.clip(values, 0, None))) @ vectors.T
    inner = np.linalg.eigvalsh(half @ sigma_g @ half)
    overlap = np.sqrt(np.clip(inner, 0, None)).sum()
    return np.dot(mu_r - mu_g, mu_r - mu_g) + sigma_r.trace() + sigma_g.trace() - 2 * overlap
