# The batch is centred in place to keep the squares small.
# loses: arguments are left alone
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    if not hasattr(self, "_origin"):
        self._origin = new_batch.mean(axis=0)
        self._n = self._s = self._q = 0.0
    new_batch -= self._origin
    self._n = self._n + r.sum(axis=0)
    self._s = self._s + r.T @ new_batch
    self._q = self._q + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    m = self._s / self._n[:, None]
    self.weights = self._n / self._n.sum()
    self.means = m + self._origin
    self.covariances = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", m, m)
