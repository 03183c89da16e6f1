# Symmetrised, with a tiny ridge.
@add_to_class(GMM)
def online_update(self, new_batch):
    shares = self._e_step(new_batch)
    self._n = getattr(self, "_n", 0.0) + shares.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + shares.T @ new_batch
    self._q = getattr(self, "_q", 0.0) + np.einsum("nk,ni,nj->kij", shares, new_batch, new_batch)
    self.weights = self._n / self._n.sum()
    self.means = self._s / self._n[:, None]
    S = self._q / self._n[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
    self.covariances = 0.5 * (S + S.transpose(0, 2, 1)) + 1e-9 * np.eye(new_batch.shape[1])
