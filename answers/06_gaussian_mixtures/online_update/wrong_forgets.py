# One EM step on the newest batch; earlier batches are gone.
# loses: earlier batches are remembered; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    self._m_step(new_batch, self._e_step(new_batch))
