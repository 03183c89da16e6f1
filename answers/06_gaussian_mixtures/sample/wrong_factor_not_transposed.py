# noise @ L, without the transpose
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    noise = self.rng.standard_normal((n_samples, self.means.shape[1]))
    X = np.empty_like(noise)
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        X[z == k] = self.means[k] + noise[z == k] @ L
    return X
