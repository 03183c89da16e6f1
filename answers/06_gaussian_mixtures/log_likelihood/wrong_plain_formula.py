# Densities with exp, inv and det, and the log at the end.
# loses: points far from every component
@add_to_class(GMM)
def log_likelihood(self, X):
    n, d = X.shape
    p = np.zeros(n)
    for k in range(self.n_components):
        diff = X - self.means[k]
        norm = 1 / np.sqrt((2 * np.pi) ** d * np.linalg.det(self.covariances[k]))
        quad = np.sum(diff @ np.linalg.inv(self.covariances[k]) * diff, axis=1)
        p += self.weights[k] * norm * np.exp(-0.5 * quad)
    return np.log(p).sum()
