# scipy's pdf, not its logarithm.
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((X.shape[0], self.n_components))
    for k in range(self.n_components):
        p[:, k] = self.weights[k] * multivariate_normal.pdf(X, self.means[k], self.covariances[k])
    return p / p.sum(axis=1, keepdims=True)
