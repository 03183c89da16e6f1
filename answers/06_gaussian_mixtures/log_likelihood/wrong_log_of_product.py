# The densities of all points are multiplied before the log.
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    p = sum(w * multivariate_normal.pdf(X, m, S)
            for w, m, S in zip(self.weights, self.means, self.covariances))
    return float(np.log(np.prod(p)))
