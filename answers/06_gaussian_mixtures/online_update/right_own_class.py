# A small class of its own adds up the sums.
from dataclasses import dataclass

@dataclass
class Sums:
    n: object = 0
    s: object = 0
    q: object = 0

    def add(self, X, r):
        self.n = self.n + r.sum(axis=0)
        self.s = self.s + r.T @ X
        self.q = self.q + np.einsum("nk,ni,nj->kij", r, X, X)

@add_to_class(GMM)
def online_update(self, new_batch):
    self.sums = getattr(self, "sums", Sums())
    self.sums.add(new_batch, self._e_step(new_batch))
    N = self.sums.n
    self.weights = N / N.sum()
    self.means = self.sums.s / N[:, None]
    self.covariances = self.sums.q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
