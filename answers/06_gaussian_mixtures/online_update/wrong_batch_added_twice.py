# Every batch but the first enters the sums twice.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    new = [r.sum(axis=0), r.T @ new_batch, np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)]
    if not hasattr(self, "_sums"):
        self._sums = new
    else:
        for total, value in zip(self._sums, new):
            total += value
        self._sums = [total + value for total, value in zip(self._sums, new)]
    N, s, q = self._sums
    self.weights = N / N.sum()
    self.means = s / N[:, None]
    self.covariances = q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
