# scikit-learn's mean score times the number of points.
from sklearn.mixture import GaussianMixture

@add_to_class(GMM)
def log_likelihood(self, X):
    model = GaussianMixture(n_components=self.n_components)
    model.weights_, model.means_, model.covariances_ = self.weights, self.means, self.covariances
    prec_chol = [np.linalg.inv(np.linalg.cholesky(S)).T for S in self.covariances]
    model.precisions_cholesky_ = np.array(prec_chol)
    return model.score(X) * len(X)
