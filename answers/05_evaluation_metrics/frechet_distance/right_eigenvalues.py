# Roots of the eigenvalues of the product.
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    values = np.linalg.eigvals(sigma_r @ sigma_g).real
    overlap = np.sqrt(np.maximum(values, 0)).sum()
    distance = np.linalg.norm(mu_r - mu_g) ** 2 + np.trace(sigma_r) + np.trace(sigma_g) - 2 * overlap
    return np.maximum(distance, 0)
