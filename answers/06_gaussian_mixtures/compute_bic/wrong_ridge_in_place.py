# Adds a little to the covariances of the model first
# loses: arguments and parameters are left alone
def compute_bic(gmm, X):
    n, d = X.shape
    for S in gmm.covariances:
        S += 1e-9 * np.eye(d)
    return -2 * gmm.log_likelihood(X) + n_parameters(gmm.n_components, d, "full") * np.log(n)
