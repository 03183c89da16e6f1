# Single precision; a 0-d array.
def kernel_inception_distance(real_features, generated_features):
    X, Y = np.float32(real_features), np.float32(generated_features)
    def k(A, B):
        return (A @ B.T / np.float32(A.shape[1]) + np.float32(1)) ** 3
    m, n = len(X), len(Y)
    xx = (k(X, X).sum() - np.trace(k(X, X))) / (m * (m - 1))
    yy = (k(Y, Y).sum() - np.trace(k(Y, Y))) / (n * (n - 1))
    return np.array(xx + yy - 2 * k(X, Y).mean())
