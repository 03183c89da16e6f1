# Fills the lower triangle and forgets to mirror it.
# loses: covariances of a general mixture; covariances are symmetric
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.zeros((len(N), d, d))
    for k in range(len(N)):
        c = X - self.means[k]
        for i in range(d):
            for j in range(i + 1):
                self.covariances[k, i, j] = np.sum(responsibilities[:, k] * c[:, i] * c[:, j]) / N[k]
