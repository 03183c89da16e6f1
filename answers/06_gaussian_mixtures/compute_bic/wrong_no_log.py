# Every parameter costs n instead of log n
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    n, d = X.shape
    return -2 * gmm.log_likelihood(X) + n * n_parameters(gmm.n_components, d, "full")
