# The factor's diagonal is the root of the determinant: counted once too little
# loses: the log-determinant counts; determinants that underflow
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * ((z**2).sum(0) + np.log(np.diag(L)).sum() + len(mean) * np.log(2 * np.pi))
