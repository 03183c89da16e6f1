# The result is halved.
# loses: the whole distance; independent features; the squared distance of the means; a root of the matrix, not of its entries; correlations count; the root of the product; fewer images than features; never below zero; arguments are left alone
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm(sigma_r @ sigma_g).real
    return abs(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root)) / 2
