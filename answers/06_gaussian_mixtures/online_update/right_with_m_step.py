# The M-step on the batch gives its statistics, which are turned into sums.
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    self._m_step(new_batch, r)
    N = self.weights * len(new_batch)
    s = N[:, None] * self.means
    Q = N[:, None, None] * (self.covariances + self.means[:, :, None] * self.means[:, None, :])
    if hasattr(self, "running"):
        N, s, Q = N + self.running[0], s + self.running[1], Q + self.running[2]
    self.running = [N, s, Q]
    self.weights = N / N.sum()
    self.means = s / N[:, None]
    self.covariances = Q / N[:, None, None] - self.means[:, :, None] * self.means[:, None, :]
