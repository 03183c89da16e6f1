# The log-determinant is missing
# loses: the log-determinant counts; determinants that underflow
def mvn_log_pdf(X, mean, cov):
    z = np.linalg.solve(np.linalg.cholesky(cov), (X - mean).T)
    return -0.5 * ((z**2).sum(0) + len(mean) * np.log(2 * np.pi))
