# Looks at the covariance first, symmetric to the last bit
def mvn_log_pdf(X, mean, cov):
    if X.ndim != 2 or cov.shape != (X.shape[1],) * 2 or not (cov == cov.T).all():
        raise ValueError("no covariance")
    if np.linalg.slogdet(cov)[0] <= 0:
        raise ValueError("not positive definite")
    values = np.linalg.eigvalsh(cov)
    distance = ((X - mean) @ np.linalg.inv(cov) * (X - mean)).sum(axis=1)
    return -0.5 * (distance + np.log(2 * np.pi * values).sum())
