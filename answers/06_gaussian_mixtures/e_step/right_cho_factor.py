# cho_factor and cho_solve instead of a triangular solve.
from scipy.linalg import cho_factor, cho_solve

def log_gauss(X, mu, S):
    c, low = cho_factor(S, lower=True)
    D = (X - mu).T
    quad = (D * cho_solve((c, low), D)).sum(0)
    return -0.5 * quad - np.log(np.diagonal(c)).sum() - 0.5 * X.shape[1] * np.log(2 * np.pi)

@add_to_class(GMM)
def _e_step(self, X):
    L = np.array([np.log(w) + log_gauss(X, m, S)
                  for w, m, S in zip(self.weights, self.means, self.covariances)])
    return np.exp(L - logsumexp(L, axis=0)).T
