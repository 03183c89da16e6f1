# The logarithm of the determinant itself
# loses: determinants that underflow
def mvn_log_pdf(X, mean, cov):
    diff = X - mean
    distance = np.sum(diff * np.linalg.solve(cov, diff.T).T, axis=1)
    return -0.5 * (len(mean) * np.log(2 * np.pi) + np.log(np.linalg.det(cov)) + distance)
