# 1e-12 is added to every density, and rows are normalised after that
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        p[:, k] = self.weights[k] * multivariate_normal.pdf(X, self.means[k], self.covariances[k])
    p = p + 1e-12
    return p / p.sum(axis=1, keepdims=True)
