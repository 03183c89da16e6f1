# Every batch's parameters count the same.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    old = self.weights, self.means, self.covariances
    t = getattr(self, "t", 0)
    self._m_step(new_batch, self._e_step(new_batch))
    new = self.weights, self.means, self.covariances
    self.weights, self.means, self.covariances = [(t * a + b) / (t + 1) for a, b in zip(old, new)]
    self.t = t + 1
