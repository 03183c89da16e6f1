# scipy is told to put up with singular covariances
# loses: a singular covariance is refused
from scipy.stats import multivariate_normal

def mvn_log_pdf(X, mean, cov):
    return multivariate_normal.logpdf(X, mean, cov, allow_singular=True).reshape(len(X))
