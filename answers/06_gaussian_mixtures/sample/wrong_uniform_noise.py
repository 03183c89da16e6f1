# Uniform noise between -1 and 1 where standard normal noise belongs
# loses: variances of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    L = np.linalg.cholesky(self.covariances)
    eps = self.rng.uniform(-1, 1, size=(n_samples, self.means.shape[1]))
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
