# The textbook density, then its logarithm
# loses: rows far from the mean; determinants that underflow
def mvn_log_pdf(X, mean, cov):
    diff, d = X - mean, len(mean)
    exponent = -0.5 * np.einsum("ni,ij,nj->n", diff, np.linalg.inv(cov), diff)
    return np.log(np.exp(exponent) / np.sqrt((2 * np.pi) ** d * np.linalg.det(cov)))
