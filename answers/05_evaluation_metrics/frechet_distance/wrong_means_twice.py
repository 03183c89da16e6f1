# The squared distance of the means counts twice.
# loses: the whole distance; the squared distance of the means
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm(sigma_r @ sigma_g).real
    return float(2 * diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
