# Half the old parameters, half the batch's own, from the first call on.
# loses: the first batch is one step of EM; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    old = self.weights, self.means, self.covariances
    self._m_step(new_batch, self._e_step(new_batch))
    new = self.weights, self.means, self.covariances
    self.weights, self.means, self.covariances = [(a + b) / 2 for a, b in zip(old, new)]
