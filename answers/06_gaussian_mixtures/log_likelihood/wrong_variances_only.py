# Independent features.
# loses: the log density of a point; a total over all points; the mixing weights count; points far from every component; many points, many components; arguments and parameters are left alone
from scipy.stats import norm

@add_to_class(GMM)
def log_likelihood(self, X):
    std = np.sqrt(np.diagonal(self.covariances, axis1=1, axis2=2))
    joint = norm.logpdf(X[:, None], self.means, std).sum(axis=2) + np.log(self.weights)
    return float(logsumexp(joint, axis=1).sum())
