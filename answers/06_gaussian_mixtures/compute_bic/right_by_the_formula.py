# The two lent pieces, put together
def compute_bic(gmm, X):
    log_l = gmm.log_likelihood(X)
    k = n_parameters(gmm.n_components, X.shape[1], "full")
    return k * np.log(len(X)) - 2 * log_l
