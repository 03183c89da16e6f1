# Roots of eigenvalues that rounding made negative.
# loses: fewer images than features; never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = 0
    return float(diff @ diff + np.trace(sigma_r) + np.trace(sigma_g) - 2 * np.sqrt(np.linalg.eigvalsh(sqrtm(sigma_r).real @ sigma_g @ sqrtm(sigma_r).real)).sum())
