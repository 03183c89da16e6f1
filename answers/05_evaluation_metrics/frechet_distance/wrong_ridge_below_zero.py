# A ridge of 1e-6 within the root alone: a distribution is closer to itself than zero.
# loses: never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm((sigma_r + 1e-6 * np.eye(len(diff))) @ (sigma_g + 1e-6 * np.eye(len(diff)))).real
    return float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
