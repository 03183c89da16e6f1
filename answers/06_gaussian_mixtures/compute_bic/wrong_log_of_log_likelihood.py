# Takes the logarithm of the log-likelihood once more
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return -2 * np.log(np.abs(gmm.log_likelihood(X))) + k * np.log(n)
