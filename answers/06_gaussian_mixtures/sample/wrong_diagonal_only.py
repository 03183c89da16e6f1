# Only the variances are used, the off-diagonal entries are dropped
# loses: tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    stds = np.sqrt(np.diagonal(self.covariances, axis1=1, axis2=2))
    return self.rng.normal(self.means[z], stds[z])
