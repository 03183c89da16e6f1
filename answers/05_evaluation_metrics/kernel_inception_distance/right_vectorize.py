# numpy.vectorize over indices.
def kernel_inception_distance(real_features, generated_features):
    X, Y = real_features, generated_features
    def table(A, B):
        entry = np.vectorize(lambda i, j: (A[i] @ B[j] / A.shape[1] + 1) ** 3)
        return entry(np.arange(len(A))[:, None], np.arange(len(B)))
    off = lambda K: (K - np.diag(np.diag(K))).sum() / (K.shape[0] ** 2 - K.shape[0])
    return off(table(X, X)) + off(table(Y, Y)) - 2 * table(X, Y).mean()
