# Centres the rows where they lie
# loses: arguments are left alone
def mvn_log_pdf(X, mean, cov):
    X -= mean
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, X.T)
    return -0.5 * (z**2).sum(0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
