# A generator with the same seed in every call
# loses: counts are random; randomness from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    rng = np.random.default_rng(0)
    z = rng.choice(self.n_components, size=n_samples, p=self.weights)
    L = np.linalg.cholesky(self.covariances)
    eps = rng.standard_normal((n_samples, self.means.shape[1]))
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
