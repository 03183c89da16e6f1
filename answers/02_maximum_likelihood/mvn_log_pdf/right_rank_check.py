# Refuses by the rank, then inverts
def mvn_log_pdf(X, mean, cov):
    d = X.shape[1]
    if np.linalg.matrix_rank(cov) < d:
        raise np.linalg.LinAlgError("singular covariance")
    precision = np.linalg.inv(cov)
    diff = X - mean
    return -0.5 * (np.einsum("ni,ij,nj->n", diff, precision, diff) + np.linalg.slogdet(cov)[1]
                   + d * np.log(2 * np.pi))
