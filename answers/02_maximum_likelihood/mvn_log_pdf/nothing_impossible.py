# Every row impossible
def mvn_log_pdf(X, mean, cov):
    return np.full(len(X), -np.inf)
