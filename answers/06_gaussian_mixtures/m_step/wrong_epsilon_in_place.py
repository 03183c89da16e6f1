# A small constant keeps the responsibilities above zero, written into the argument.
# loses: arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    responsibilities += 1e-12
    N = responsibilities.sum(axis=0)
    self.weights = N / N.sum()
    self.means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
