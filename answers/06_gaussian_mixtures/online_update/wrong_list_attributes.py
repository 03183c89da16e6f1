# The parameters are lists.
# loses: the first batch is one step of EM; earlier batches are remembered; sums are added up, not parameters averaged; no batch is kept; arguments are left alone
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self._n = getattr(self, "_n", 0.0) + r.sum(axis=0)
    self._s = getattr(self, "_s", 0.0) + r.T @ new_batch
    self._q = getattr(self, "_q", 0.0) + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    K = range(self.n_components)
    self.weights = [self._n[k] / self._n.sum() for k in K]
    self.means = [self._s[k] / self._n[k] for k in K]
    self.covariances = [self._q[k] / self._n[k] - np.outer(self.means[k], self.means[k]) for k in K]
