# slogdet for the determinant, a linear system for the distance
def mvn_log_pdf(X, mean, cov):
    sign, log_det = np.linalg.slogdet(cov)
    diff = X - mean
    distance = np.sum(diff * np.linalg.solve(cov, diff.T).T, axis=1)
    return -0.5 * (len(mean) * np.log(2 * np.pi) + log_det + distance)
