# Turns the model's own weights into running sums
# loses: parameters are left alone
@add_to_class(GMM)
def sample(self, n_samples):
    edges = self.weights
    for k in range(1, len(edges)):
        edges[k] += edges[k - 1]
    edges[-1] = 1.0
    z = np.searchsorted(edges, self.rng.random(n_samples), side="right")
    return np.array([self.rng.multivariate_normal(self.means[k], self.covariances[k]) for k in z])
