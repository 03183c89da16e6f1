# Catches the error and answers anyway
# loses: a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    try:
        L = np.linalg.cholesky(cov)
    except np.linalg.LinAlgError:
        return np.full(len(X), -np.inf)
    z = np.linalg.solve(L, (X - mean).T)
    return -0.5 * (z**2).sum(0) - np.log(np.diag(L)).sum() - 0.5 * len(mean) * np.log(2 * np.pi)
