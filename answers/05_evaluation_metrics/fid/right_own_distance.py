# Does not use the distance from above.
from scipy.linalg import sqrtm

def fid(real_features, generated_features):
    m1, m2 = real_features.mean(0), generated_features.mean(0)
    s1, s2 = np.cov(real_features.T), np.cov(generated_features.T)
    root = sqrtm(s1 @ s2)
    return max(float(np.sum((m1 - m2) ** 2) + np.trace(s1 + s2) - 2 * np.trace(root).real), 0.0)
