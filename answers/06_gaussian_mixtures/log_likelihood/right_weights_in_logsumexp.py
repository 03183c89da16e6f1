# The weights are the factors b of scipy's logsumexp.
@add_to_class(GMM)
def log_likelihood(self, X):
    d = X.shape[1]
    logs = []
    for mu, S in zip(self.means, self.covariances):
        vals, vecs = np.linalg.eigh(S)
        z = (X - mu) @ vecs
        logs.append(-0.5 * (d * np.log(2 * np.pi) + np.log(vals).sum() + (z**2 / vals).sum(axis=1)))
    return np.sum(logsumexp(np.stack(logs, axis=1), b=self.weights, axis=1))
