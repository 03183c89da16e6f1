# Log densities are clipped so that exp does not underflow.
# loses: points far from every component
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_p = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        log_p[:, k] = (np.log(self.weights[k]) - 0.5 * d * np.log(2 * np.pi)
                       - 0.5 * (z**2).sum(axis=0) - np.log(np.diag(L)).sum())
    p = np.exp(np.clip(log_p, -700, 700))
    return p / p.sum(axis=1, keepdims=True)
