# One variance a component is counted
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    n, d = X.shape
    return -2 * gmm.log_likelihood(X) + n_parameters(gmm.n_components, d, "spherical") * np.log(n)
