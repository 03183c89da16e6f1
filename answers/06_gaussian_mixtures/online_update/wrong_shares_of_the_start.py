# Every batch is shared out by the mixture that was there at the beginning
# loses: sums are added up, not parameters averaged
import copy

@add_to_class(GMM)
def online_update(self, new_batch):
    if not hasattr(self, "first"):
        self.first, self.N, self.s, self.q = copy.copy(self), 0, 0, 0
    r = self.first._e_step(new_batch)
    self.N = self.N + r.sum(axis=0)
    self.s = self.s + r.T @ new_batch
    self.q = self.q + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights, self.means = self.N / self.N.sum(), self.s / self.N[:, None]
    self.covariances = (self.q / self.N[:, None, None]
                        - np.einsum("ki,kj->kij", self.means, self.means))
