# The means are refreshed last, so the covariances subtract the old ones.
# loses: the first batch is one step of EM; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    c = new_batch[:, None] - self.means
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + r.T @ new_batch
    self._q = getattr(self, "_q", 0.0) + np.einsum("nk,nki,nkj->kij", r, c, c)
    self.covariances = self._q / self._n[:, None, None]
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
