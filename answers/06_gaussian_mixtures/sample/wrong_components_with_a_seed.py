# Noise from self.rng, but components from a generator with a seed of its own
# loses: counts are random; randomness from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    z = np.random.default_rng(7).choice(self.n_components, size=n_samples, p=self.weights)
    eps = self.rng.standard_normal((n_samples, self.means.shape[1]))
    L = np.linalg.cholesky(self.covariances)
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
