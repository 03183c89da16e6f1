# The squared Frobenius distance of the covariances.
# loses: the whole distance; independent features; a root of the matrix, not of its entries; correlations count; the root of the product; fewer images than features
from scipy.linalg import sqrtm

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g):
    diff = mu_r - mu_g
    root = sqrtm(sigma_r @ sigma_g).real
    return float(diff @ diff + np.sum((sigma_r - sigma_g) ** 2))
