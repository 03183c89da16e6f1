# The product of Cholesky factors for the root of the product.
# loses: the whole distance; the root of the product; correlations count; fewer images than features
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    ridge = 1e-12 * np.eye(len(mu_r))
    a, b = np.linalg.cholesky(sigma_r + ridge), np.linalg.cholesky(sigma_g + ridge)
    return np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r + sigma_g - 2 * a @ b.T)
