# Draws from numpy's global generator
# loses: randomness from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    z = np.random.choice(self.n_components, size=n_samples, p=self.weights)
    return np.array([np.random.multivariate_normal(self.means[k], self.covariances[k]) for k in z])
