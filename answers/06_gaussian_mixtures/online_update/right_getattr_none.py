# A tuple of sums, None before the first call.
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    stats = (r.sum(0), r.T @ new_batch, np.einsum("nk,ni,nj->kij", r, new_batch, new_batch))
    old = getattr(self, "_sums", None)
    self._sums = stats if old is None else tuple(a + b for a, b in zip(old, stats))
    N, s, Q = self._sums
    self.weights = N / N.sum()
    self.means = s / N[:, None]
    self.covariances = Q / N[:, None, None] - self.means[:, :, None] * self.means[:, None, :]
