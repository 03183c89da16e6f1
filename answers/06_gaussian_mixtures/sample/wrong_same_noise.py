# All rows share one noise vector
# loses: draws around the means; variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    eps = self.rng.standard_normal(self.means.shape[1])
    L = np.linalg.cholesky(self.covariances)
    return self.means[z] + (L @ eps)[z]
