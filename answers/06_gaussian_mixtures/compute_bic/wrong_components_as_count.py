# k is the number of components
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    k = gmm.n_components
    return float(-2 * gmm.log_likelihood(X) + k * np.log(len(X)))
