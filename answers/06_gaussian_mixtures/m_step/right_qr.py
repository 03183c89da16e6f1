# The R factor of the weighted deviations gives the covariance; it prints as well.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    counts = responsibilities.sum(axis=0)
    print("counts", counts)
    self.weights = counts / counts.sum()
    self.means = (responsibilities / counts).T @ X
    covariances = []
    for r, mean, count in zip(responsibilities.T, self.means, counts):
        R = np.linalg.qr(np.sqrt(r / count)[:, None] * (X - mean), mode="r")
        covariances.append(R.T @ R)
    self.covariances = np.stack(covariances)
