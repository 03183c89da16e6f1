# Falls back on the variances where the product is singular.
# loses: fewer images than features
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    root = sqrtm(sigma_r @ sigma_g)
    if np.iscomplexobj(root) or np.linalg.matrix_rank(sigma_r @ sigma_g) < len(mu_r):
        root = np.diag(np.sqrt(np.diag(sigma_r) * np.diag(sigma_g)))
    return np.sum((mu_r - mu_g) ** 2) + np.trace(sigma_r + sigma_g - 2 * root)
