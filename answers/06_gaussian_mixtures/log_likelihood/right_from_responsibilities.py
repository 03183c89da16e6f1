# Bayes' rule read backwards: log joint minus log responsibility of the likeliest component.
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    r = self._e_step(X)
    total = 0
    for i, k in enumerate(np.argmax(r, axis=1)):
        log_joint = np.log(self.weights[k]) + multivariate_normal.logpdf(
            X[i], self.means[k], self.covariances[k], allow_singular=True)
        total = total + log_joint - np.log(r[i, k])
    return total
