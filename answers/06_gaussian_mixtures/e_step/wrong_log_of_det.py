# Log-sum-exp is there, but the log determinant is the log of np.linalg.det.
# loses: tiny determinants
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_p = np.empty((n, self.n_components))
    for k in range(self.n_components):
        diff = X - self.means[k]
        quad = np.sum(diff * np.linalg.solve(self.covariances[k], diff.T).T, axis=1)
        logdet = np.log(np.linalg.det(self.covariances[k]))
        log_p[:, k] = np.log(self.weights[k]) - 0.5 * (quad + logdet + d * np.log(2 * np.pi))
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True))
