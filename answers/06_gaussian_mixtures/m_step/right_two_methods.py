# Two helper methods, and the responsibilities normalised on a copy.
@add_to_class(GMM)
def _weighted_mean(self, X, r):
    return (r[:, None] * X).sum(axis=0)

@add_to_class(GMM)
def _weighted_cov(self, X, r, mean):
    c = X - mean
    return (c[:, :, None] * c[:, None, :] * r[:, None, None]).sum(axis=0)

@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    r = responsibilities.copy()
    self.weights = r.sum(axis=0) / r.sum()
    r /= r.sum(axis=0)
    self.means = np.vstack([self._weighted_mean(X, c) for c in r.T])
    self.covariances = np.stack([self._weighted_cov(X, c, m) for c, m in zip(r.T, self.means)])
