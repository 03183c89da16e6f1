# np.mean of the weighted rows divides means and covariances by n.
# loses: means; covariances of a general mixture; covariances are divided by N_k
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    K, d = responsibilities.shape[1], X.shape[1]
    self.weights = responsibilities.mean(axis=0)
    self.means = np.empty((K, d))
    self.covariances = np.empty((K, d, d))
    for k in range(K):
        r = responsibilities[:, k:k + 1]
        self.means[k] = np.mean(r * X, axis=0)
        diff = X - self.means[k]
        self.covariances[k] = np.mean(r[:, :, None] * diff[:, :, None] * diff[:, None, :], axis=0)
