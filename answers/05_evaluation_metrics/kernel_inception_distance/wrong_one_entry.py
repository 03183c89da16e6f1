# A matrix with one entry.
# loses: the whole estimate; no image is compared with itself; products are divided by the number of features; estimates below zero; arguments are left alone
def kernel_inception_distance(real_features, generated_features):
    X, Y = real_features, generated_features
    d, m, n = X.shape[1], len(X), len(Y)

    def k(A, B):
        return (A @ B.T / d + 1) ** 3

    def own(A):
        K, n = k(A, A), len(A)
        return (K.sum() - np.trace(K)) / (n * (n - 1))

    return np.array([[own(X) + own(Y) - 2 * k(X, Y).mean()]])
