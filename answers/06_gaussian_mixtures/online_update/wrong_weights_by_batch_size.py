# The total counts are divided by the size of the newest batch.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + r.T @ new_batch
    self._q = getattr(self, "_q", 0.0) + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.means = self._s / self._n[:, None]
    self.covariances = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
    self.weights = self._n / len(new_batch)
    self.weights = np.array(self.weights)
