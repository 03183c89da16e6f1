# Divides by N_k - 1 as for a sample covariance.
# loses: covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - self.means
    outer = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff)
    self.covariances = outer / (N - 1)[:, None, None]
