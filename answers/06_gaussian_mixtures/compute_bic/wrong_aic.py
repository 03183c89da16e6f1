# AIC: every parameter costs 2
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    k = n_parameters(gmm.n_components, X.shape[1], "full")
    return 2 * k - 2 * gmm.log_likelihood(X)
