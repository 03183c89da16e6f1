# Minus once the log-likelihood
# loses: the whole criterion; the log-likelihood's part
def compute_bic(gmm, X):
    n, d = X.shape
    k = n_parameters(gmm.n_components, d, "full")
    return -gmm.log_likelihood(X) + k * np.log(n)
