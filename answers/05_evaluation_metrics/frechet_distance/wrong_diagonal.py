# Only the variances.
# loses: the whole distance; correlations count; the root of the product
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = np.diag(np.sqrt(np.diag(sigma_r) * np.diag(sigma_g)))
    return float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
