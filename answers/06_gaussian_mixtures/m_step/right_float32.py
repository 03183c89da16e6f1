# Single precision is stored.
@add_to_class(GMM)
def _m_step(self, X, responsibilities):
    N = responsibilities.sum(axis=0)
    means = responsibilities.T @ X / N[:, None]
    covs = np.stack([(responsibilities[:, [k]] * (X - m)).T @ (X - m) / N[k]
                     for k, m in enumerate(means)])
    self.weights = (N / N.sum()).astype(np.float32)
    self.means = means.astype(np.float32)
    self.covariances = covs.astype(np.float32)
