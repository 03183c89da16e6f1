# Points and means are centred on the points that came together, but only the points are
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
@add_to_class(GMM)
def _e_step(self, X):
    X = X - X.mean(axis=0)
    log_p = np.empty((len(X), self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        log_p[:, k] = np.log(self.weights[k]) - 0.5 * (z**2).sum(axis=0) - np.log(np.diag(L)).sum()
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True))
