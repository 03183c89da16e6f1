# scipy once a row, in a list
from scipy import stats

def mvn_log_pdf(X, mean, cov):
    bell = stats.multivariate_normal(mean=mean, cov=cov)
    return [bell.logpdf(row) for row in X]
