# Each batch is kept as a view of its transpose.
# loses: no batch is kept
from collections import deque

@add_to_class(GMM)
def online_update(self, new_batch):
    self.views = getattr(self, "views", deque())
    self.views.append((new_batch.T, self._e_step(new_batch).T))
    self._m_step(np.hstack([x for x, _ in self.views]).T, np.hstack([r for _, r in self.views]).T)
