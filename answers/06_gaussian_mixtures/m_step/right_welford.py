# One pass over the points with a running mean and scatter for each component.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    K, d = responsibilities.shape[1], X.shape[1]
    W, M, S = np.zeros(K), np.zeros((K, d)), np.zeros((K, d, d))
    for x, r in zip(X, responsibilities):
        W += r
        before = x - M
        M += np.divide(r, W, out=np.zeros(K), where=W > 0)[:, None] * before
        S += r[:, None, None] * before[:, :, None] * (x - M)[:, None, :]
    self.weights, self.means, self.covariances = W / len(X), M, S / W[:, None, None]
