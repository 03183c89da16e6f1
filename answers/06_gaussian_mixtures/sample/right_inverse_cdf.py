# The component by comparing uniform numbers with the running sum of the weights
@add_to_class(GMM)
def sample(self, n_samples):
    edges = np.cumsum(self.weights)
    u = edges[-1] * self.rng.random(n_samples)
    k = np.searchsorted(edges, u, side="right")
    x = np.zeros((n_samples, self.means.shape[1]))
    for j in range(len(self.weights)):
        here = np.flatnonzero(k == j)
        x[here] = self.rng.multivariate_normal(
            self.means[j], self.covariances[j], size=len(here), method="cholesky")
    return x
