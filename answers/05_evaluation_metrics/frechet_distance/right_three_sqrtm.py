# scipy's root three times, of symmetric matrices, real parts.
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    half = np.real(sqrtm(sigma_r))
    middle = half @ sigma_g @ half
    return float(np.sum(np.abs(mu_r - mu_g) ** 2)
                 + np.trace(sigma_r + sigma_g - 2 * np.real(sqrtm((middle + middle.T) / 2))))
