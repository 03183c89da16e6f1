# The covariances are divided by the number of points.
# loses: covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.empty((len(N), d, d))
    for k in range(len(N)):
        A = np.sqrt(responsibilities[:, [k]]) * (X - self.means[k])
        self.covariances[k] = A.T @ A / n
