# The weights stay at 1 / K.
# loses: mixing weights
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = np.ones(len(N)) / len(N)
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.empty((len(N), d, d))
    for k in range(len(N)):
        A = np.sqrt(responsibilities[:, [k]]) * (X - self.means[k])
        self.covariances[k] = A.T @ A / N[k]
