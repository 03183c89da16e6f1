# Mahalanobis distances from scipy's cdist.
from scipy.spatial.distance import cdist

@add_to_class(GMM)
def _e_step(self, X):
    def one(k):
        S = self.covariances[k]
        dist = cdist(X, self.means[k:k + 1], metric="mahalanobis", VI=np.linalg.inv(S))[:, 0]
        return np.log(self.weights[k]) - 0.5 * dist**2 - 0.5 * np.linalg.slogdet(S).logabsdet
    log_r = np.column_stack([one(k) for k in range(self.n_components)])
    return np.exp(log_r - logsumexp(log_r, axis=1)[:, np.newaxis])
