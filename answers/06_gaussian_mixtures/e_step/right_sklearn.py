# scikit-learn's mixture with our parameters put in.
@add_to_class(GMM)
def _e_step(self, X):
    from sklearn.mixture import GaussianMixture
    g = GaussianMixture(self.n_components)
    g.weights_ = self.weights
    g.means_ = self.means
    g.covariances_ = self.covariances
    g.precisions_cholesky_ = np.linalg.inv(np.linalg.cholesky(self.covariances)).transpose(0, 2, 1)
    return g.predict_proba(X)
