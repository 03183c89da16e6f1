# Bayes' rule typed as it stands, with exp, inv and det.
# loses: points far from every component; tiny determinants
@add_to_class(GMM)
def _e_step(self, X):
    n, d = X.shape
    p = np.zeros((n, self.n_components))
    for k in range(self.n_components):
        diff = X - self.means[k]
        inv = np.linalg.inv(self.covariances[k])
        norm = 1 / np.sqrt((2 * np.pi) ** d * np.linalg.det(self.covariances[k]))
        p[:, k] = self.weights[k] * norm * np.exp(-0.5 * np.sum(diff @ inv * diff, axis=1))
    return p / p.sum(axis=1, keepdims=True)
