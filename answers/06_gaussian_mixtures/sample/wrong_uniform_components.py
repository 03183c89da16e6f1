# Every component is equally likely
# loses: components in proportion to their weights
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.integers(self.n_components, size=n_samples)
    L = np.linalg.cholesky(self.covariances)
    eps = self.rng.standard_normal((n_samples, self.means.shape[1]))
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
