# A small ridge, so that every covariance has a factor
# loses: a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    L = np.linalg.cholesky(cov + 1e-9 * np.eye(len(mean)))
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * (z**2).sum(0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
