# Independent features, so a product of one-dimensional pdfs, and a squeeze at the end.
# loses: Bayes' rule at ordinary points; the mixing weights count; points far from every component; tiny determinants; one dimension, one component, one point; arguments and parameters are left alone
from scipy.stats import norm

@add_to_class(GMM)
def _e_step(self, X):
    std = np.sqrt(np.diagonal(self.covariances, axis1=1, axis2=2))
    p = norm.pdf(X[:, None], self.means, std).prod(axis=2) * self.weights
    return np.squeeze(p / p.sum(axis=1, keepdims=True))
