# Responsibilities are divided by the largest of their column first
# loses: mixing weights
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    r = responsibilities / responsibilities.max(axis=0)
    N = r.sum(axis=0)
    self.weights = N / N.sum()
    self.means = r.T @ X / N[:, None]
    away = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", r, away, away) / N[:, None, None]
