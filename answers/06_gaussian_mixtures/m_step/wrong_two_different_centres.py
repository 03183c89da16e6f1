# One deviation is from the old mean, the other from the mean of all data.
# loses: covariances of a general mixture; covariances are symmetric
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    left = X[:, None] - self.means
    right = X - X.mean(axis=0)
    self.covariances = np.einsum("nk,nki,nj->kij", responsibilities, left, right) / N[:, None, None]
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
