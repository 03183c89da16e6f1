# The length of the whitened row, not its square
# loses: log density of ordinary rows; rows far from the mean
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * np.linalg.norm(z, axis=0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
