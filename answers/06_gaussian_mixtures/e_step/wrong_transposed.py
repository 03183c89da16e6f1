# Components in the rows and points in the columns.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
@add_to_class(GMM)
def _e_step(self, X):
    log_p = []
    for w, m, S in zip(self.weights, self.means, self.covariances):
        L = np.linalg.cholesky(S)
        z = solve_triangular(L, (X - m).T, lower=True)
        log_p.append(np.log(w) - 0.5 * (z**2).sum(axis=0) - np.log(np.diag(L)).sum())
    log_p = np.array(log_p)
    return np.exp(log_p - logsumexp(log_p, axis=0))
