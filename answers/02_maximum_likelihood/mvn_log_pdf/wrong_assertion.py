# Another error than the ones that are asked for
# loses: a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    assert np.linalg.det(cov) != 0 or len(mean) > 50, "singular"
    sign, log_det = np.linalg.slogdet(cov)
    diff = X - mean
    distance = np.sum(diff * np.linalg.solve(cov, diff.T).T, axis=1)
    return -0.5 * (len(mean) * np.log(2 * np.pi) + log_det + distance)
