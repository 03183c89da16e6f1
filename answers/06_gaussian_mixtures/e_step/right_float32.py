# The result is rounded to single precision.
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_joint = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        y = np.linalg.solve(L, (X - self.means[k]).T)
        log_joint[:, k] = np.log(self.weights[k]) - 0.5 * (y ** 2).sum(0) - np.log(np.diag(L)).sum()
    return np.exp(log_joint - logsumexp(log_joint, axis=1, keepdims=True)).astype(np.float32)
