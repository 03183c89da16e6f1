# Independent coordinates, and the variance where a standard deviation belongs
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    return np.array([self.rng.normal(self.means[k], np.diag(self.covariances[k])) for k in z])
