# Only the variances are kept.
# loses: covariances of a general mixture; covariances are full
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.array([
        np.diag(responsibilities[:, k] @ (X - self.means[k]) ** 2 / N[k]) for k in range(len(N))])
