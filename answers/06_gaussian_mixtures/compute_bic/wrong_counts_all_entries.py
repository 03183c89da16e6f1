# Counts every number in the arrays of the model
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    k = gmm.weights.size + gmm.means.size + gmm.covariances.size
    return -2 * gmm.log_likelihood(X) + k * np.log(len(X))
