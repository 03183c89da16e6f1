# Returns an array without dimensions
def compute_bic(gmm, X):
    k = n_parameters(gmm.means.shape[0], gmm.means.shape[1], "full")
    return np.array(-2 * gmm.log_likelihood(X) + k * np.log(X.shape[0]))
