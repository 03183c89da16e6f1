# scipy returns a plain number for a single point, and the table loses an axis.
# loses: one dimension, one component, one point
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    log_p = np.array([np.log(self.weights[k])
                      + multivariate_normal.logpdf(X, self.means[k], self.covariances[k])
                      for k in range(self.n_components)]).T
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True))
