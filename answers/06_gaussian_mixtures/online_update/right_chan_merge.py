# Means and scatters are merged as in Chan's formula for two groups.
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    n = r.sum(axis=0)
    mean = r.T @ new_batch / n[:, None]
    c = new_batch[:, None] - mean
    scatter = np.einsum("nk,nki,nkj->kij", r, c, c)
    if getattr(self, "_count", None) is not None:
        total = self._count + n
        delta = mean - self._mean
        scatter = self._scatter + scatter + (self._count * n / total)[:, None, None] * (
            delta[:, :, None] * delta[:, None, :])
        mean = self._mean + delta * (n / total)[:, None]
        n = total
    self._count, self._mean, self._scatter = n, mean, scatter
    self.weights = n / n.sum()
    self.means = mean.copy()
    self.covariances = scatter / n[:, None, None]
