# The densities of a point are added without the mixing weights
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
from scipy.stats import multivariate_normal

def compute_bic(gmm, X):
    n, d = X.shape
    p = sum(multivariate_normal(m, S).pdf(X) for m, S in zip(gmm.means, gmm.covariances))
    return -2 * np.log(p).sum() + n_parameters(gmm.n_components, d, "full") * np.log(n)
