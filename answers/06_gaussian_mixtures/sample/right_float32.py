# Single precision throughout
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, n_samples, p=self.weights)
    mu = self.means.astype(np.float32)
    L = np.linalg.cholesky(self.covariances).astype(np.float32)
    eps = self.rng.standard_normal((n_samples, mu.shape[1]), dtype=np.float32)
    X = np.empty_like(eps)
    for k in range(self.n_components):
        X[z == k] = eps[z == k] @ L[k].T + mu[k]
    return X
