# Its own distance, with the product of the roots.
# loses: the distance of two sets of features; sample covariances; fewer images than features
from scipy.linalg import sqrtm

def fid(real_features, generated_features):
    m1, m2 = real_features.mean(0), generated_features.mean(0)
    s1, s2 = np.cov(real_features.T), np.cov(generated_features.T)
    return float(np.sum((m1 - m2) ** 2) + np.trace(s1 + s2 - 2 * (sqrtm(s1) @ sqrtm(s2)).real))
