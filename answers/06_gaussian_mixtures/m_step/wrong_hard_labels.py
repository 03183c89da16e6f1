# Only the points that a component owns count, as in k-means.
# loses: mixing weights; means; covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric; arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    K, d = responsibilities.shape[1], X.shape[1]
    labels = responsibilities.argmax(axis=1)
    r = np.eye(K)[labels] + 1e-12
    N = r.sum(axis=0)
    self.weights = N / N.sum()
    self.means = r.T @ X / N[:, None]
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", r, diff, diff) / N[:, None, None]
