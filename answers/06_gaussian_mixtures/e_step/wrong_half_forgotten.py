# The factor one half is missing in the exponent of the plain formula.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        diff = X - self.means[k]
        quad = np.sum(diff @ np.linalg.inv(self.covariances[k]) * diff, axis=1)
        p[:, k] = self.weights[k] * np.exp(-quad) / np.sqrt(np.linalg.det(self.covariances[k]))
    return p / p.sum(axis=1, keepdims=True)
