# Every component gets the first one's covariance
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    L = np.linalg.cholesky(self.covariances[0])
    return self.means[z] + self.rng.standard_normal((n_samples, len(L))) @ L.T
