# Normalises the likelihoods first and multiplies by the weights afterwards.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    log_p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        log_p[:, k] = multivariate_normal.logpdf(X, self.means[k], self.covariances[k])
    return np.exp(log_p - logsumexp(log_p, axis=1, keepdims=True)) * self.weights
