# A trace of np.squeeze: one feature is no matrix.
# loses: independent features
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    root = np.squeeze(sqrtm(sigma_r @ sigma_g).real)
    diff = np.squeeze(mu_r - mu_g)
    return max(np.sum(diff ** 2) + np.trace(sigma_r + sigma_g) - 2 * np.trace(root), 0.0)
