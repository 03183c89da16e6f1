# The most probable component takes the whole point, found by comparing densities with the largest.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def _e_step(self, X):
    p = np.zeros((len(X), self.n_components))
    for k in range(self.n_components):
        p[:, k] = self.weights[k] * multivariate_normal.pdf(X, self.means[k], self.covariances[k])
    return (p == p.max(axis=1, keepdims=True)).astype(float)
