# A root of each covariance, multiplied.
# loses: the whole distance; the root of the product
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = (sqrtm(sigma_r) @ sqrtm(sigma_g)).real
    return float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
