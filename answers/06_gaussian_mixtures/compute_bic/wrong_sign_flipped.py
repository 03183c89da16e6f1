# Twice the log-likelihood minus the penalty
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return 2 * gmm.log_likelihood(X) - k * np.log(n)
