# A new generator whose seed is drawn from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    rng = np.random.default_rng(self.rng.integers(0, 2**63))
    z = rng.choice(len(self.means), n_samples, p=self.weights)
    X = np.empty((n_samples, self.means.shape[1]))
    for k in np.unique(z):
        X[z == k] = rng.multivariate_normal(self.means[k], self.covariances[k], (z == k).sum())
    return X
