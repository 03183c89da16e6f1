# The difference is written into an argument.
# loses: arguments are left alone
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    mu_r -= mu_g
    return float(mu_r @ mu_r + np.trace(sigma_r + sigma_g - 2 * sqrtm(sigma_r @ sigma_g).real))
