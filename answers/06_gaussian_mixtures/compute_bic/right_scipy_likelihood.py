# Its own log-likelihood, from scipy
from scipy.stats import multivariate_normal

def compute_bic(gmm, X):
    logs = np.stack([np.log(w) + multivariate_normal(m, S).logpdf(X)
                     for w, m, S in zip(gmm.weights, gmm.means, gmm.covariances)])
    log_l = logsumexp(logs, axis=0).sum()
    return -2 * log_l + n_parameters(len(gmm.weights), X.shape[1], "full") * np.log(len(X))
