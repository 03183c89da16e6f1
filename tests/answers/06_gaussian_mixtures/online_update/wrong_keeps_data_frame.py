# A pandas table of all points and responsibilities.
# loses: no batch is kept
import pandas as pd

@add_to_class(GMM)
def online_update(self, new_batch):
    d = new_batch.shape[1]
    new = pd.DataFrame(np.hstack([new_batch, self._e_step(new_batch)]))
    self.seen = new if not hasattr(self, "seen") else pd.concat([self.seen, new])
    table = self.seen.to_numpy()
    self._m_step(table[:, :d], table[:, d:])
