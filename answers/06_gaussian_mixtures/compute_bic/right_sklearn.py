# scikit-learn's bic, after handing over the parameters
from sklearn.mixture import GaussianMixture

def compute_bic(gmm, X):
    model = GaussianMixture(gmm.n_components)
    model.weights_, model.means_, model.covariances_ = gmm.weights, gmm.means, gmm.covariances
    model.precisions_cholesky_ = np.stack(
        [np.linalg.inv(np.linalg.cholesky(S)).T for S in gmm.covariances])
    return model.bic(X)
