# The product is made symmetric before the root is taken.
# loses: the whole distance; the root of the product; fewer images than features
def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    product = sigma_r @ sigma_g
    values = np.linalg.eigvalsh((product + product.T) / 2).clip(0)
    return np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r + sigma_g) - 2 * np.sqrt(values).sum()
