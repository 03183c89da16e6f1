# Single precision, whose rounding falls far below zero where covariances are singular.
# loses: never below zero
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    a, b = sigma_r.astype(np.float32), sigma_g.astype(np.float32)
    values = np.linalg.eigvals(a @ b).real.clip(0)
    return float(np.sum((mu_r - mu_g) ** 2) + np.trace(a) + np.trace(b) - 2 * np.sqrt(values).sum())
