# Counts the parameters itself
def compute_bic(gmm, X):
    K, d = gmm.means.shape
    k = (K - 1) + K * d + K * d * (d + 1) / 2
    return float(-2 * gmm.log_likelihood(X) + k * np.log(X.shape[0]))
