# All batches are kept and refitted with fresh responsibilities every time.
# loses: sums are added up, not parameters averaged; no batch is kept
@add_to_class(GMM)
def online_update(self, new_batch):
    self.batches = getattr(self, "batches", []) + [new_batch]
    X = np.vstack(self.batches)
    self._m_step(X, self._e_step(X))
