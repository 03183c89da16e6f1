# One number of noise for a row instead of one for each coordinate
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    L = np.linalg.cholesky(self.covariances)
    eps = self.rng.standard_normal((n_samples, 1))
    return self.means[z] + eps * L[z].sum(axis=2)
