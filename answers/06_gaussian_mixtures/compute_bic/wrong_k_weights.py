# Counts the parameters itself, with K free weights
# loses: the whole criterion; the penalty
def compute_bic(gmm, X):
    K, d = gmm.means.shape
    k = K + K * d + K * d * (d + 1) // 2
    return -2 * gmm.log_likelihood(X) + k * np.log(len(X))
