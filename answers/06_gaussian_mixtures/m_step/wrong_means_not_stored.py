# New means are computed and used, but never stored.
# loses: means
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - means
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
