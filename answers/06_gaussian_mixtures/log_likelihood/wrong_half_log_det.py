# The log determinant is taken as the sum of log L_jj and then halved once more.
# loses: the log density of a point; a total over all points; the mixing weights count; points far from every component; many points, many components; arguments and parameters are left alone
@add_to_class(GMM)
def log_likelihood(self, X):
    n, d = X.shape
    joint = np.empty((n, self.n_components))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = solve_triangular(L, (X - self.means[k]).T, lower=True)
        logdet = np.log(np.diag(L)).sum()
        joint[:, k] = np.log(self.weights[k]) - 0.5 * (d * np.log(2 * np.pi) + (z**2).sum(axis=0) + logdet)
    return float(logsumexp(joint, axis=1).sum())
