# Sums for weights and means; the covariance is that of the newest batch alone.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + r.T @ new_batch
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    mean = r.T @ new_batch / r.sum(axis=0)[:, None]
    c = new_batch[:, None] - mean
    self.covariances = np.einsum("nk,nki,nkj->kij", r, c, c) / r.sum(axis=0)[:, None, None]
