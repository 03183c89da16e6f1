# The logarithm of scipy's density
# loses: rows far from the mean; determinants that underflow
from scipy.stats import multivariate_normal

def mvn_log_pdf(X, mean, cov):
    return np.log(np.atleast_1d(multivariate_normal.pdf(X, mean, cov)))
