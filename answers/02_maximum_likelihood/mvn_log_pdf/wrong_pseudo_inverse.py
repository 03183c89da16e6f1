# A pseudo-inverse never complains
# loses: a singular covariance is refused
def mvn_log_pdf(X, mean, cov):
    diff = X - mean
    distance = np.einsum("ni,ij,nj->n", diff, np.linalg.pinv(cov), diff)
    return -0.5 * (distance + np.linalg.slogdet(cov)[1] + len(mean) * np.log(2 * np.pi))
