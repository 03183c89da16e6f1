# A ridge of 1e-6 of each feature's variance.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    Nk = responsibilities.sum(axis=0)
    self.weights = Nk / n
    self.means = responsibilities.T @ X / Nk[:, np.newaxis]
    covs = []
    for k in range(len(Nk)):
        diff = X - self.means[k]
        covs.append(diff.T @ np.diag(responsibilities[:, k]) @ diff / Nk[k])
    self.covariances = np.array(covs) + 1e-6 * np.diag(X.var(axis=0))
