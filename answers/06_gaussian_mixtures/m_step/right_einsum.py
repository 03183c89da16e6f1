# Everything with einsum and broadcasting.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = np.einsum("nk->k", responsibilities)
    self.weights = N / len(X)
    self.means = np.einsum("nk,nd->kd", responsibilities, X) / N[:, None]
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
