# The log-likelihood's part has the wrong sign
# loses: the whole criterion; the log-likelihood's part
def compute_bic(gmm, X):
    n, d = X.shape
    return 2 * gmm.log_likelihood(X) + n_parameters(gmm.n_components, d, "full") * np.log(n)
