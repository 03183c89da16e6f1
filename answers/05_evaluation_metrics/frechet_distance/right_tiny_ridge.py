# A ridge of 1e-6 on both covariances wherever they stand, cut off at zero.
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    ridge = 1e-6 * np.eye(len(mu_r))
    a, b = sigma_r + ridge, sigma_g + ridge
    return max(float(np.sum((mu_r - mu_g) ** 2) + np.trace(a + b - 2 * sqrtm(a @ b).real)), 0.0)
