# The covariance where its inverse belongs
# loses: log density of ordinary rows; the log-determinant counts; rows far from the mean; a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    diff = X - mean
    distance = np.einsum("ni,ij,nj->n", diff, cov, diff)
    return -0.5 * (distance + np.linalg.slogdet(cov)[1] + len(mean) * np.log(2 * np.pi))
