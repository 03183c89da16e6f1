# The old mixing weights are multiplied into the responsibilities once more.
# loses: mixing weights; means; covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full; covariances are symmetric; arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    r = responsibilities * self.weights
    r = r / r.sum(axis=1, keepdims=True)
    N = r.sum(axis=0)
    self.weights = N / len(X)
    self.means = r.T @ X / N[:, None]
    diff = X[:, None] - self.means
    self.covariances = np.einsum("nk,nki,nkj->kij", r, diff, diff) / N[:, None, None]
