# The smallest float is added under the logarithm, so that it is never minus infinity
# loses: points far from every component
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.column_stack([multivariate_normal.pdf(X, m, S).reshape(len(X))
                         for m, S in zip(self.means, self.covariances)])
    log_p = np.log(p + np.finfo(float).tiny) + np.log(self.weights)
    log_p -= logsumexp(log_p, axis=1, keepdims=True)
    return np.exp(log_p)
