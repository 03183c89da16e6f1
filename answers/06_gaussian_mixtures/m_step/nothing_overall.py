# Mean and covariance of all points for every component
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    K = responsibilities.shape[1]
    centred = X - X.mean(axis=0)
    self.weights = np.full(K, 1 / K)
    self.means = np.tile(X.mean(axis=0), (K, 1))
    self.covariances = np.tile(centred.T @ centred / len(X), (K, 1, 1))
