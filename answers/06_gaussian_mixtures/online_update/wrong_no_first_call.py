# The sums are expected to exist already.
# loses: the first batch is one step of EM; earlier batches are remembered; sums are added up, not parameters averaged; no batch is kept; arguments are left alone
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self.Nk += r.sum(axis=0)
    self.Sk += r.T @ new_batch
    self.Qk += np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights = self.Nk / self.Nk.sum()
    self.means = self.Sk / self.Nk[:, None]
    self.covariances = self.Qk / self.Nk[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
