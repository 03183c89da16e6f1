# np.cov returns a plain number for one feature, and the stack loses two axes.
# loses: covariances of a general mixture
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    self.weights = N / len(X)
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.array([np.cov(X.T, aweights=r, ddof=0) for r in responsibilities.T])
