# The same, never below zero.
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    root = np.real(sqrtm(np.dot(sigma_r, sigma_g)))
    value = np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r) + np.trace(sigma_g) - 2 * np.trace(root)
    return max(0.0, value)
