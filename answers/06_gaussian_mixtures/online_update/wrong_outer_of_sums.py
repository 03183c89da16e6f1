# The outer product of the sums, not the sum of outer products.
# loses: the first batch is one step of EM; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    s = r.T @ new_batch
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + s
    self._q = getattr(self, "_q", 0.0) + s[:, :, None] * s[:, None, :]
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    spread = np.einsum("ki,kj->kij", self.means, self.means)
    self.covariances = np.abs(self._q / self._n[:, None, None] - spread) + np.eye(new_batch.shape[1])
