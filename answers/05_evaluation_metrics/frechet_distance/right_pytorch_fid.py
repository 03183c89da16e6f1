# With the care of a known package: a ridge if the root is not finite, the real part.
from scipy import linalg

def frechet_distance(mu_r, sigma_r, mu_g, sigma_g, eps=1e-6):
    mu_r, mu_g = np.atleast_1d(mu_r), np.atleast_1d(mu_g)
    sigma_r, sigma_g = np.atleast_2d(sigma_r), np.atleast_2d(sigma_g)
    diff = mu_r - mu_g
    covmean = linalg.sqrtm(sigma_r.dot(sigma_g))
    if not np.isfinite(covmean).all():
        offset = np.eye(len(sigma_r)) * eps
        covmean = linalg.sqrtm((sigma_r + offset).dot(sigma_g + offset))
    if np.iscomplexobj(covmean):
        covmean = covmean.real
    return diff.dot(diff) + np.trace(sigma_r) + np.trace(sigma_g) - 2 * np.trace(covmean)
