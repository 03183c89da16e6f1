# A small constant inside the logarithm hides the underflow.
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    p = np.zeros(len(X))
    for k in range(self.n_components):
        p = p + self.weights[k] * multivariate_normal.pdf(X, self.means[k], self.covariances[k])
    return np.sum(np.log(p + 1e-300))
