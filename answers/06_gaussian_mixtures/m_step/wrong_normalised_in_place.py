# The responsibilities are divided by the counts in place.
# loses: arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    self.weights = responsibilities.mean(axis=0)
    responsibilities /= responsibilities.sum(axis=0)
    self.means = responsibilities.T @ X
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff)
