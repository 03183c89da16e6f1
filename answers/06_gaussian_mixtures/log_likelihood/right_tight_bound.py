# Expected log joint plus entropy of the responsibilities: EM's bound where it touches.
from scipy.special import xlogy

@add_to_class(GMM)
def log_likelihood(self, X):
    g = self._e_step(X)
    d = X.shape[1]
    bound = -xlogy(g, g).sum()
    for k in range(self.n_components):
        L = np.linalg.cholesky(self.covariances[k])
        z = np.linalg.solve(L, (X - self.means[k]).T)
        ell = np.log(self.weights[k]) - np.log(np.diag(L)).sum() - 0.5 * d * np.log(2 * np.pi)
        bound += g[:, k] @ (ell - 0.5 * (z * z).sum(0))
    return bound
