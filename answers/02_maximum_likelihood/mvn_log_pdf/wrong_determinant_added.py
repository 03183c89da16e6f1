# The log-determinant with the wrong sign
# loses: the log-determinant counts; determinants that underflow
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * ((z**2).sum(0) + len(mean) * np.log(2 * np.pi)) + np.log(np.diag(L)).sum()
