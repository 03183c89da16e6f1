# Eigenvectors, with a look at the smallest eigenvalue
def mvn_log_pdf(X, mean, cov):
    values, vectors = np.linalg.eigh(cov)
    if values.min() <= 0:
        raise ValueError("the covariance is not positive definite")
    z = (X - mean) @ vectors / np.sqrt(values)
    return -0.5 * (z**2).sum(1) - 0.5 * np.log(values).sum() - 0.5 * len(values) * np.log(2 * np.pi)
