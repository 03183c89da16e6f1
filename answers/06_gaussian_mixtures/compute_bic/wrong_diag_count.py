# Counts the parameters of diagonal covariances
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "diag")
    return -2 * gmm.log_likelihood(X) + k * np.log(n)
