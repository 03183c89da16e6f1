# Single precision, cut off at zero.
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    mu_r, sigma_r, mu_g, sigma_g = (np.float32(x) for x in (mu_r, sigma_r, mu_g, sigma_g))
    values = np.linalg.eigvals(sigma_r @ sigma_g).real.clip(0)
    return max(np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r + sigma_g) - 2 * np.sqrt(values).sum(), 0)
