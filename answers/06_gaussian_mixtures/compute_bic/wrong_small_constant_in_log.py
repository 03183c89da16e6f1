# Its own log-likelihood, with a small constant under the logarithm
# loses: the log-likelihood's part
from scipy.stats import multivariate_normal

def compute_bic(gmm, X):
    n, d = X.shape
    p = sum(w * multivariate_normal.pdf(X, m, S)
            for w, m, S in zip(gmm.weights, gmm.means, gmm.covariances))
    k = n_parameters(gmm.n_components, d, "full")
    return -2 * np.log(p + 1e-300).sum() + k * np.log(n)
