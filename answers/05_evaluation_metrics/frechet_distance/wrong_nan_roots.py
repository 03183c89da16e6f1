# Symmetric roots, of eigenvalues that are not clipped.
# loses: fewer images than features; never below zero
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = [(lambda w, v: (v * np.sqrt(w)) @ v.T)(*np.linalg.eigh(s)) for s in (sigma_r, sigma_g)]
    return float(np.real(diff @ diff + np.trace(sigma_r) + np.trace(sigma_g) - 2 * np.linalg.norm(root[0] @ root[1], 'nuc')))
