# Three plain loops and outer products.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    n, d = X.shape
    K = responsibilities.shape[1]
    weights = np.zeros(K)
    means = np.zeros((K, d))
    covs = np.zeros((K, d, d))
    for k in range(K):
        N_k = 0.0
        for i in range(n):
            N_k += responsibilities[i, k]
            means[k] += responsibilities[i, k] * X[i]
        means[k] /= N_k
        weights[k] = N_k / n
        for i in range(n):
            diff = X[i] - means[k]
            covs[k] += responsibilities[i, k] * np.outer(diff, diff)
        covs[k] /= N_k
        for j in range(d):
            covs[k][j, j] += 1e-9 * X[:, j].var()
    self.weights, self.means, self.covariances = weights, means, covs
