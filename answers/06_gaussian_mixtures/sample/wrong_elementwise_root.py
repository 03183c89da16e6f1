# Takes the square root of every entry of the covariance
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    root = np.sign(self.covariances) * np.sqrt(np.abs(self.covariances))
    noise = self.rng.standard_normal((n_samples, self.means.shape[1]))
    return np.array([self.means[k] + root[k] @ e for k, e in zip(z, noise)])
