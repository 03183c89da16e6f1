# Square root of the covariance from its eigenvalues
@add_to_class(GMM)
def sample(self, n_samples):
    def root(S):
        values, vectors = np.linalg.eigh(S)
        return vectors @ np.diag(np.sqrt(np.maximum(values, 0)))

    d = self.means.shape[1]
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.empty((n_samples, d))
    for k in range(self.n_components):
        mask = z == k
        A = root(self.covariances[k])
        X[mask] = self.means[k] + (A @ self.rng.standard_normal((d, mask.sum()))).T
    return X
