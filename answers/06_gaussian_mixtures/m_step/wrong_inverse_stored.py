# Stores the precision matrix.
# loses: covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - self.means
    S = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
    self.covariances = np.linalg.inv(S)
