# Refuses everything
# loses: log density of ordinary rows; the log-determinant counts; rows far from the mean; determinants that underflow; a singular covariance is refused; one row, one column; arguments are left alone
def mvn_log_pdf(X, mean, cov):
    raise ValueError("not today")
