# scikit-learn's own estimates, with its usual small ridge.
from sklearn.mixture._gaussian_mixture import _estimate_gaussian_parameters

@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    nk, self.means, self.covariances = _estimate_gaussian_parameters(
        X, responsibilities, 1e-7, "full")
    self.weights = nk / X.shape[0]
