# The divergence of two Gaussians.
# loses: the whole distance; independent features; the squared distance of the means; a root of the matrix, not of its entries; correlations count; the root of the product; fewer images than features; never below zero; arguments are left alone
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = np.linalg.pinv(sigma_g)
    return 0.5 * (np.trace(root @ sigma_r) + diff @ root @ diff - len(diff) + np.linalg.slogdet(sigma_g)[1] - np.linalg.slogdet(sigma_r)[1])
