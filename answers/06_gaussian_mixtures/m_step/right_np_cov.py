# numpy's average and cov with weights.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    d = X.shape[1]
    self.weights = responsibilities.mean(axis=0)
    self.means = np.array([np.average(X, axis=0, weights=r) for r in responsibilities.T])
    self.covariances = np.array([
        np.cov(X, rowvar=False, aweights=r, ddof=0).reshape(d, d) for r in responsibilities.T])
