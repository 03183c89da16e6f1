# Decimal logarithms.
# loses: the log density of a point; a total over all points; the mixing weights count; points far from every component; many points, many components; arguments and parameters are left alone
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    p = sum(w * multivariate_normal.pdf(X, m, S)
            for w, m, S in zip(self.weights, self.means, self.covariances))
    return float(np.log10(p).sum())
