# A small buffer class of its own keeps the batches and refits from all of them.
# loses: no batch is kept
class Buffer:
    def __init__(self):
        self.points, self.shares = [], []

    def add(self, X, r):
        self.points.append(X.copy())
        self.shares.append(r)

@add_to_class(GMM)
def online_update(self, new_batch):
    if not hasattr(self, "buffer"):
        self.buffer = Buffer()
    self.buffer.add(new_batch, self._e_step(new_batch))
    self._m_step(np.vstack(self.buffer.points), np.vstack(self.buffer.shares))
