# Only one factor is centred: the other one's centre cancels.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    shares = responsibilities / responsibilities.sum(axis=0)
    self.weights = responsibilities.mean(axis=0)
    self.means = shares.T @ X
    self.covariances = np.array([(X - m).T @ (s[:, None] * X) for m, s in zip(self.means, shares.T)])
