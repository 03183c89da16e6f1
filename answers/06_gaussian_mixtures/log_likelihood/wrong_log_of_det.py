# Log-sum-exp, but the log of np.linalg.det, which underflows.
# loses: points far from every component
@add_to_class(GMM)
def log_likelihood(self, X):
    n, d = X.shape
    joint = np.empty((n, self.n_components))
    for k in range(self.n_components):
        diff = X - self.means[k]
        quad = np.sum(diff * np.linalg.solve(self.covariances[k], diff.T).T, axis=1)
        logdet = np.log(np.linalg.det(self.covariances[k]))
        joint[:, k] = np.log(self.weights[k]) - 0.5 * (quad + logdet + d * np.log(2 * np.pi))
    return float(logsumexp(joint, axis=1).sum())
