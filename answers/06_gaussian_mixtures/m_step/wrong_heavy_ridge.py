# A ridge of 1% of each feature's variance, against singular matrices.
# loses: covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    N = responsibilities.sum(axis=0)
    self.weights = N / n
    self.means = responsibilities.T @ X / N[:, None]
    self.covariances = np.empty((len(N), d, d))
    for k in range(len(N)):
        diff = X - self.means[k]
        scatter = (responsibilities[:, [k]] * diff).T @ diff
        self.covariances[k] = scatter / N[k] + 0.01 * np.diag(X.var(axis=0))
