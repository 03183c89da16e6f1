# Writes the Cholesky factor over the covariance
# loses: arguments are left alone
def mvn_log_pdf(X, mean, cov):
    cov[:] = np.linalg.cholesky(cov)
    z = np.linalg.solve(cov, (X - mean).T)
    return -0.5 * (z**2).sum(0) - np.log(np.diag(cov)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
