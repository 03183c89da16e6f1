# A ridge is written into the covariances.
# loses: arguments are left alone
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    sigma_r.flat[:: len(mu_r) + 1] += 1e-9
    sigma_g.flat[:: len(mu_r) + 1] += 1e-9
    diff = mu_r - mu_g
    return max(float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * sqrtm(sigma_r @ sigma_g).real)), 0.0)
