# A tiny constant in the denominator hides 0 / 0, and the far rows are all zeros.
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((X.shape[0], self.n_components))
    for k in range(self.n_components):
        p[:, k] = self.weights[k] * multivariate_normal(self.means[k], self.covariances[k]).pdf(X)
    return p / (p.sum(axis=1, keepdims=True) + 1e-300)
