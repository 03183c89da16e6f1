# The parameters set beforehand enter the sums as if they were a hundred points.
# loses: the first batch is one step of EM; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    if not hasattr(self, "_n"):
        self._n = 100 * self.weights
        self._s = self._n[:, None] * self.means
        outer = np.einsum("ki,kj->kij", self.means, self.means)
        self._q = self._n[:, None, None] * (self.covariances + outer)
    r = self._e_step(new_batch)
    self._n = self._n + r.sum(axis=0)
    self._s = self._s + r.T @ new_batch
    self._q = self._q + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    self.covariances = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
