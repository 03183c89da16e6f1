# A helper method of its own holds the log joint; log_likelihood could share it.
@add_to_class(GMM)
def _log_joint(self, X):
    chol = np.linalg.cholesky(self.covariances)
    z = np.linalg.solve(chol, (X[None] - self.means[:, None]).transpose(0, 2, 1))
    logdet = np.log(np.diagonal(chol, axis1=1, axis2=2)).sum(axis=1)
    const = 0.5 * X.shape[1] * np.log(2 * np.pi)
    return (np.log(self.weights)[:, None] - const - logdet[:, None] - 0.5 * (z**2).sum(axis=1)).T

@add_to_class(GMM)
def _e_step(self, X):
    joint = self._log_joint(X)
    return np.exp(joint - logsumexp(joint, axis=1, keepdims=True))
