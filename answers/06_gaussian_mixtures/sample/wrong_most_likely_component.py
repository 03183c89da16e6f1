# Only the component with the largest weight is used
# loses: components in proportion to their weights; counts are random
@add_to_class(GMM)
def sample(self, n_samples):
    k = np.argmax(self.weights)
    return self.rng.multivariate_normal(self.means[k], self.covariances[k], size=n_samples)
