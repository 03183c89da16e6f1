# One variance for all features.
# loses: covariances of a general mixture; covariances are taken around the new means; covariances are divided by N_k; covariances are full
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.empty((len(N), d, d))
    for k in range(len(N)):
        s2 = (responsibilities[:, k] * ((X - self.means[k]) ** 2).sum(axis=1)).sum() / (d * N[k])
        self.covariances[k] = s2 * np.eye(d)
