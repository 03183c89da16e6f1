# The points are kept as python lists of numbers.
# loses: no batch is kept
@add_to_class(GMM)
def online_update(self, new_batch):
    if not hasattr(self, "rows"):
        self.rows, self.shares = [], []
    self.shares.extend(self._e_step(new_batch).tolist())
    self.rows.extend(new_batch.tolist())
    self._m_step(np.array(self.rows), np.array(self.shares))
