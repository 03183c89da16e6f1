# Nothing but a look at the covariance
def mvn_log_pdf(X, mean, cov):
    np.linalg.cholesky(cov)
    return np.zeros(len(X))
