# numpy's Cholesky factor and a general solve
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov)
    z = np.linalg.solve(L, (X - mean).T)
    log_det = 2 * np.log(np.diagonal(L)).sum()
    return -0.5 * ((z**2).sum(axis=0) + log_det + X.shape[1] * np.log(2 * np.pi))
