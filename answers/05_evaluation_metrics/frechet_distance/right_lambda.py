# One expression.
frechet_distance = lambda mu_r, sigma_r, mu_g, sigma_g: (
    np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r) + np.trace(sigma_g)
    - 2 * np.sqrt(np.abs(np.linalg.eigvals(sigma_g @ sigma_r))).sum())
