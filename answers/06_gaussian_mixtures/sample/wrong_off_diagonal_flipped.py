# The off-diagonal entries get the other sign
# loses: tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    d = self.means.shape[1]
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    noise = self.rng.standard_normal((n_samples, d))
    X = np.empty((n_samples, d))
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        # standing on the other side of the first coordinate turns the tilt around
        L[0] = -L[0]
        X[z == k] = self.means[k] + noise[z == k] @ L.T
    return X
