# Densities are kept above the smallest float
# loses: rows far from the mean; determinants that underflow
from scipy.stats import multivariate_normal

def mvn_log_pdf(X, mean, cov):
    density = np.atleast_1d(multivariate_normal.pdf(X, mean, cov))
    return np.log(np.maximum(density, np.finfo(float).tiny))
