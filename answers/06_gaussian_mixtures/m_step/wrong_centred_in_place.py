# X is centred in place and the means are shifted back.
# loses: arguments are left alone
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    centre = X.mean(axis=0)
    X -= centre
    N = responsibilities.sum(axis=0)
    means = responsibilities.T @ X / N[:, None]
    diff = X[:, None] - means
    self.weights = N / len(X)
    self.covariances = np.einsum("nk,nki,nkj->kij", responsibilities, diff, diff) / N[:, None, None]
    self.means = means + centre
