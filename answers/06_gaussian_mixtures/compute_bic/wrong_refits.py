# Fits the model anew before computing
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    log_l = gmm.fit(X)[-1]
    n, d = X.shape
    return -2 * log_l + n_parameters(gmm.n_components, d, "full") * np.log(n)
