# The drawn components are sorted before use
# loses: rows in random order
@add_to_class(GMM)
def sample(self, n_samples):
    z = np.sort(self.rng.choice(self.n_components, size=n_samples, p=self.weights))
    X = np.empty((n_samples, self.means.shape[1]))
    for i in range(n_samples):
        X[i] = self.rng.multivariate_normal(self.means[z[i]], self.covariances[z[i]])
    return X
