# The textbook formula with scipy's logpdf, one column a component.
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    log_p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        log_p[:, k] = np.log(self.weights[k]) + multivariate_normal.logpdf(
            X, self.means[k], self.covariances[k], allow_singular=True)
    log_p -= logsumexp(log_p, axis=1, keepdims=True)
    return np.exp(log_p)
