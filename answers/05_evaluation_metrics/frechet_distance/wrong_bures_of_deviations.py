# Covariances are taken for roots already.
# loses: the whole distance; independent features; a root of the matrix, not of its entries; correlations count; the root of the product; fewer images than features; never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm(sigma_r @ sigma_g).real
    return float(diff @ diff + np.trace((sigma_r - sigma_g) @ (sigma_r - sigma_g)) - 1e-3 * np.trace(sigma_r))
