# One covariance for all components.
# loses: covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    shared = np.zeros((d, d))
    for k in range(len(N)):
        diff = X - self.means[k]
        shared += (responsibilities[:, [k]] * diff).T @ diff / n
    self.covariances = np.tile(shared, (len(N), 1, 1))
