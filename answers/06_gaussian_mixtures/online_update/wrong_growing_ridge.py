# A ridge that grows with the number of batches
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self.calls = getattr(self, "calls", 0) + 1
    self.N = getattr(self, "N", 0) + r.sum(axis=0)
    self.s = getattr(self, "s", 0) + r.T @ new_batch
    self.q = getattr(self, "q", 0) + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights, self.means = self.N / self.N.sum(), self.s / self.N[:, None]
    self.covariances = (self.q / self.N[:, None, None]
                        - np.einsum("ki,kj->kij", self.means, self.means)
                        + 1e-2 * (self.calls - 1) * np.eye(new_batch.shape[1]))
