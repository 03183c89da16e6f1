# The diagonal is set to zero.
def kernel_inception_distance(real_features, generated_features):
    d = real_features.shape[1]
    m, n = len(real_features), len(generated_features)
    Kxx = (real_features @ real_features.T / d + 1) ** 3
    Kyy = (generated_features @ generated_features.T / d + 1) ** 3
    Kxy = (real_features @ generated_features.T / d + 1) ** 3
    np.fill_diagonal(Kxx, 0)
    np.fill_diagonal(Kyy, 0)
    return Kxx.sum() / (m * (m - 1)) + Kyy.sum() / (n * (n - 1)) - 2 * Kxy.mean()
