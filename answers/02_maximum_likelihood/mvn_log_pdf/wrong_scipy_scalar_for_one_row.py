# scipy gives a plain number for a single row
# loses: one row, one column
from scipy.stats import multivariate_normal

def mvn_log_pdf(X, mean, cov):
    return multivariate_normal.logpdf(X, mean, cov)
