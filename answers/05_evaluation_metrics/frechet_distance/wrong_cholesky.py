# A Cholesky factor, which singular covariances do not have.
# loses: fewer images than features; never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = np.linalg.cholesky(sigma_r).T @ np.linalg.cholesky(sigma_g)
    return float(diff @ diff + np.trace(sigma_r + sigma_g) - 2 * np.linalg.norm(root, 'nuc'))
