# The features are divided in place.
# loses: arguments are left alone
def kernel_inception_distance(real_features, generated_features):
    root = np.sqrt(real_features.shape[1]) + 1e-12
    real_features /= root
    generated_features /= root
    off = lambda A: (((A @ A.T + 1) ** 3).sum() - (((A * A).sum(1) + 1) ** 3).sum()) / (len(A) * (len(A) - 1))
    cross = ((real_features @ generated_features.T + 1) ** 3).mean()
    return off(real_features) + off(generated_features) - 2 * cross
