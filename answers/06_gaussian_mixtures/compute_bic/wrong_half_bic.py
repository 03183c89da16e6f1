# Everything halved: minus log L plus k/2 log n
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return -gmm.log_likelihood(X) + 0.5 * k * np.log(n)
