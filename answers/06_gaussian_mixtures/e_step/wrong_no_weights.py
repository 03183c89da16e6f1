# The prior is forgotten: only the likelihoods are normalised.
# loses: the mixing weights count
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    log_p = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        log_p[:, k] = -0.5 * (d * np.log(2 * np.pi) + (z**2).sum(axis=0)) - np.log(np.diag(L)).sum()
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True))
