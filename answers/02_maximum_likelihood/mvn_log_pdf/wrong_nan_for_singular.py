# Eigenvalues without a look at them
# loses: a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    values, vectors = np.linalg.eigh(cov)
    z = (X - mean) @ vectors / np.sqrt(values)
    return -0.5 * (z**2).sum(1) - 0.5 * np.log(values).sum() - 0.5 * len(values) * np.log(2 * np.pi)
