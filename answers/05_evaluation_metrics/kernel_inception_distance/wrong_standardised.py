# The features are standardised first.
# loses: the whole estimate; no image is compared with itself; products are divided by the number of features; estimates below zero; arguments are left alone
def kernel_inception_distance(real_features, generated_features):
    mean, scale = real_features.mean(0), real_features.std(0)
    X, Y = (real_features - mean) / scale, (generated_features - mean) / scale
    k = lambda A, B: (A @ B.T / A.shape[1] + 1) ** 3
    off = lambda A: (k(A, A).sum() - np.trace(k(A, A))) / (len(A) * (len(A) - 1))
    return off(X) + off(Y) - 2 * k(X, Y).mean()
