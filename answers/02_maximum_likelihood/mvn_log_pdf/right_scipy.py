# scipy, which gives a plain number for a single row
from scipy.stats import multivariate_normal

def mvn_log_pdf(X, mean, cov):
    return np.atleast_1d(multivariate_normal(mean, cov).logpdf(X))
