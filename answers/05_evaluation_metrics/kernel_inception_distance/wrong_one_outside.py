# One is added after the cube, where it cancels.
# loses: the whole estimate
def kernel_inception_distance(real_features, generated_features):
    X, Y = real_features, generated_features
    d, m, n = X.shape[1], len(X), len(Y)

    def k(A, B):
        return (A @ B.T / d) ** 3 + 1

    def own(A):
        K, n = k(A, A), len(A)
        return (K.sum() - np.trace(K)) / (n * (n - 1))

    return float(own(X) + own(Y) - 2 * k(X, Y).mean())
