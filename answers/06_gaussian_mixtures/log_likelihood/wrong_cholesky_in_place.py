# The covariances are overwritten by their Cholesky factors.
# loses: arguments and parameters are left alone
@add_to_class(GMM)
def log_likelihood(self, X):
    d = X.shape[1]
    self.covariances[:] = np.linalg.cholesky(self.covariances)
    L = self.covariances
    z = np.linalg.solve(L, (X - self.means[:, None]).transpose(0, 2, 1))
    half_logdet = np.log(np.diagonal(L, axis1=1, axis2=2)).sum(axis=1)
    joint = (np.log(self.weights) - half_logdet)[:, None] - 0.5 * (z**2).sum(axis=1)
    return float((logsumexp(joint, axis=0) - 0.5 * d * np.log(2 * np.pi)).sum())
