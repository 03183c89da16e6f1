# The logarithm to base 2
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return -2 * gmm.log_likelihood(X) + k * np.log2(n)
