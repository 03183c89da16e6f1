# The sums are right, and the batches are kept in a list beside them.
# loses: no batch is kept
@add_to_class(GMM)
def online_update(self, new_batch):
    if not hasattr(self, "history"):
        self.history = []
        self._n = self._s = self._q = 0
    self.history.append(new_batch)
    r = self._e_step(new_batch)
    self._n = self._n + r.sum(axis=0)
    self._s = self._s + r.T @ new_batch
    self._q = self._q + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    self.covariances = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
