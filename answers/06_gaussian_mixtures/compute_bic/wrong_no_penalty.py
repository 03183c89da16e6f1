# Only the log-likelihood's part
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    return -2 * gmm.log_likelihood(X)
