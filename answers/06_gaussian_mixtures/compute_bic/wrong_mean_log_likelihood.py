# The mean log-likelihood of a point
# loses: the whole criterion; the log-likelihood's part
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return -2 * gmm.log_likelihood(X) / n + k * np.log(n)
