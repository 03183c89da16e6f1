# Returns the mean of the drawn component, without noise
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    return self.means[z]
