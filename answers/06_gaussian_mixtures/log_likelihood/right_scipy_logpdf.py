# scipy's logpdf, a column a component.
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    log_p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        log_p[:, k] = np.log(self.weights[k]) + multivariate_normal.logpdf(
            X, self.means[k], self.covariances[k], allow_singular=True)
    return logsumexp(log_p, axis=1).sum()
