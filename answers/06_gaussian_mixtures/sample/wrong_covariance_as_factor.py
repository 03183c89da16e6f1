# Multiplies the noise by the covariance itself
# loses: variances of the components; tilt of the components
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.empty((n_samples, self.means.shape[1]))
    for i, k in enumerate(z):
        X[i] = self.means[k] + self.covariances[k] @ self.rng.standard_normal(X.shape[1])
    return X
