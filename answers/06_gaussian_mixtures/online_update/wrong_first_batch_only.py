# Sums are made on the first call and never added to.
# loses: earlier batches are remembered; sums are added up, not parameters averaged
@add_to_class(GMM)
def online_update(self, new_batch):
    if hasattr(self, "_done"):
        return
    self._m_step(new_batch, self._e_step(new_batch))
    self._done = True
