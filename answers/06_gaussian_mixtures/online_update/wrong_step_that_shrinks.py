# Stepwise EM: the sums move by a step that shrinks from batch to batch
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch) / len(new_batch)
    new = [r.sum(axis=0), r.T @ new_batch, np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)]
    self.t = getattr(self, "t", 0) + 1
    step = self.t**-0.6
    old = getattr(self, "s", new)
    self.s = [(1 - step) * a + step * b for a, b in zip(old, new)]
    N, s, q = self.s
    self.weights, self.means = N / N.sum(), s / N[:, None]
    self.covariances = q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
