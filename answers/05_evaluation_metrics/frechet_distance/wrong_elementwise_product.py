# A root of every entry of the product.
# loses: the whole distance; a root of the matrix, not of its entries; correlations count; the root of the product; fewer images than features; never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = np.sqrt(sigma_r @ sigma_g)
    return float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
