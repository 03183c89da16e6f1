# The determinant as a product over the diagonal of the factor
# loses: determinants that underflow
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * (z**2).sum(0) - np.log(np.prod(np.diag(L))) - 0.5 * len(mean) * np.log(2 * np.pi)
