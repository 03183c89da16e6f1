# The soft counts are stored as weights, without dividing by n.
# loses: mixing weights
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    self.weights = responsibilities.sum(axis=0)
    self.means = responsibilities.T @ X / self.weights[:, None]
    self.covariances = np.array([np.cov(X.T, aweights=r, bias=True).reshape(X.shape[1], X.shape[1])
                                 for r in responsibilities.T])
