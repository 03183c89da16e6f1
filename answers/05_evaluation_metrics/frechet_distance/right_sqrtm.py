# The root of the product by scipy, its real part.
from scipy import linalg

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = linalg.sqrtm(sigma_r @ sigma_g)
    if np.iscomplexobj(root):
        root = root.real
    return float(diff @ diff + np.trace(sigma_r + sigma_g - 2 * root))
