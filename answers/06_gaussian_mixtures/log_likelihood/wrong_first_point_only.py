# Returns inside the loop over points.
# loses: a total over all points; points far from every component; many points, many components
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def log_likelihood(self, X):
    total = 0.0
    for x in X:
        ell = [np.log(w) + multivariate_normal.logpdf(x, m, S)
               for w, m, S in zip(self.weights, self.means, self.covariances)]
        total += logsumexp(ell)
        return total
