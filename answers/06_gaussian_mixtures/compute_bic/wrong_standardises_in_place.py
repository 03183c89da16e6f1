# Centres the data in place first
# loses: the whole criterion; the log-likelihood's part; the penalty; arguments and parameters are left alone
def compute_bic(gmm, X):
    X -= X.mean(axis=0)
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return float(-2 * gmm.log_likelihood(X) + k * np.log(n))
