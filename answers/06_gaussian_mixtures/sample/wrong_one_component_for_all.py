# The component is drawn once, for all rows together
# loses: components in proportion to their weights
@add_to_class(GMM)
def sample(self, n_samples):
    k = self.rng.choice(self.n_components, p=self.weights)
    return self.rng.multivariate_normal(self.means[k], self.covariances[k], size=n_samples)
