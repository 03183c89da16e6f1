# The mixing weights are forgotten.
# loses: the log density of a point; the mixing weights count; many points, many components
@add_to_class(GMM)
def log_likelihood(self, X):
    n, d = X.shape
    joint = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        joint[:, k] = -0.5 * (d * np.log(2 * np.pi) + (z**2).sum(axis=0)) - np.log(np.diag(L)).sum()
    return float(logsumexp(joint, axis=1).sum())
