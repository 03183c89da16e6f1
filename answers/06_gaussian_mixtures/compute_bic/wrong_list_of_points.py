# Returns one number for each point
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    log_l = np.array([gmm.log_likelihood(x[None]) for x in X])
    return -2 * log_l + k * np.log(n)
