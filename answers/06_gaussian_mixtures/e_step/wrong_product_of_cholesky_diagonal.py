# The determinant is the squared product of the Cholesky diagonal, then logged.
# loses: tiny determinants
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_p = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        det = np.prod(np.diag(L)) ** 2
        log_p[:, k] = np.log(self.weights[k]) - 0.5 * ((z**2).sum(axis=0) + np.log(det))
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True))
