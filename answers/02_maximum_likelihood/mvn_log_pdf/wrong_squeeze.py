# Drops every axis of length one
# loses: one row, one column
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T).squeeze()
    return -0.5 * (z**2).sum(0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
