# Each batch adds its averages instead of its sums, so a small batch counts like a large one.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch) / len(new_batch)
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + r.T @ new_batch
    self._q = getattr(self, "_q", 0.0) + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    self.covariances = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
