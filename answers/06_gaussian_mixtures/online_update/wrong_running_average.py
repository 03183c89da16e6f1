# A running average of the parameters, weighted by batch sizes.
# loses: sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    old = self.weights, self.means, self.covariances
    seen = getattr(self, "n_seen", 0)
    self._m_step(new_batch, self._e_step(new_batch))
    new = self.weights, self.means, self.covariances
    share = len(new_batch) / (seen + len(new_batch))
    self.weights, self.means, self.covariances = [(1 - share) * a + share * b for a, b in zip(old, new)]
    self.n_seen = seen + len(new_batch)
