# Welford's update, one point after the other.
@add_to_class(GMM)
def online_update(self, new_batch):
    shares = self._e_step(new_batch)
    if not hasattr(self, "_W"):
        K, d = shares.shape[1], new_batch.shape[1]
        self._W, self._M, self._S = np.zeros(K), np.zeros((K, d)), np.zeros((K, d, d))
    for x, r in zip(new_batch, shares):
        self._W += r
        before = x - self._M
        self._M = self._M + (r / self._W)[:, None] * before
        self._S += r[:, None, None] * before[:, :, None] * (x - self._M)[:, None, :]
    self.weights = self._W / self._W.sum()
    self.means = self._M
    self.covariances = self._S / self._W[:, None, None]
