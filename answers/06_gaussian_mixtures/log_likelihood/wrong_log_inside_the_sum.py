# The weighted sum of log densities: the log has slipped inside.
# loses: the log density of a point; the mixing weights count; many points, many components
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    total = 0
    for w, m, S in zip(self.weights, self.means, self.covariances):
        total += np.sum(w * multivariate_normal.logpdf(X, m, S))
    return total
