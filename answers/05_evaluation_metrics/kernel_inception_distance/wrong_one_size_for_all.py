# The number of real images is used for both sets.
# loses: the whole estimate; no image is compared with itself; products are divided by the number of features; estimates below zero; arguments are left alone
def kernel_inception_distance(real_features, generated_features):
    X, Y = real_features, generated_features
    d, m, n = X.shape[1], len(X), len(Y)

    def k(A, B):
        return (A @ B.T / d + 1) ** 3

    def own(A):
        K, n = k(A, A), len(A)
        return (K.sum() - np.trace(K)) / (n * (n - 1))

    return float((k(X, X).sum() - np.trace(k(X, X))) / (m * (m - 1)) + (k(Y, Y).sum() - np.trace(k(Y, Y))) / (m * (m - 1)) - 2 * k(X, Y).sum() / m ** 2)
