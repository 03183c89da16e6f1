# Only the number of points seen is stored; the old sums are recovered from the parameters.
@add_to_class(GMM)
def online_update(self, new_batch):
    seen = getattr(self, "n_seen", 0)
    r = self._e_step(new_batch)
    N_old = self.weights * seen
    s_old = N_old[:, None] * self.means
    Q_old = N_old[:, None, None] * (self.covariances + np.einsum("ki,kj->kij", self.means, self.means))
    N = N_old + r.sum(axis=0)
    s = s_old + r.T @ new_batch
    Q = Q_old + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.n_seen = seen + len(new_batch)
    self.weights = N / self.n_seen
    self.means = s / N[:, None]
    self.covariances = Q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
