# The test for the first call looks for a misspelled name, so the sums start at zero every time.
# loses: earlier batches are remembered; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    K, d = self.n_components, new_batch.shape[1]
    if not hasattr(self, "_sum_n"):
        self._sums_n, self._sums_s, self._sums_q = np.zeros(K), np.zeros((K, d)), np.zeros((K, d, d))
    r = self._e_step(new_batch)
    self._sums_n += r.sum(axis=0)
    self._sums_s += r.T @ new_batch
    self._sums_q += np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    N = self._sums_n
    self.weights = N / N.sum()
    self.means = self._sums_s / N[:, None]
    self.covariances = self._sums_q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
