# Complex roots, of whose sum the real part is taken.
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    values = np.linalg.eigvals(sigma_r @ sigma_g).astype(complex)
    return float(((mu_r - mu_g) ** 2).sum() + np.trace(sigma_r + sigma_g) - 2 * np.sqrt(values).sum().real)
