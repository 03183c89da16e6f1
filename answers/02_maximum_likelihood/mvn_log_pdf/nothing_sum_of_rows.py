# The sum of every row
def mvn_log_pdf(X, mean, cov):
    return np.sum(X, axis=1)
