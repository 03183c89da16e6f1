# Mean of squares minus square of the mean.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    Nk = responsibilities.sum(0)
    mu = (responsibilities.T @ X) / Nk.reshape(-1, 1)
    second = np.tensordot(responsibilities.T, X[:, :, None] * X[:, None, :], axes=1)
    self.weights = Nk / Nk.sum()
    self.means = mu
    self.covariances = second / Nk.reshape(-1, 1, 1) - mu[:, :, None] * mu[:, None, :]
