# Every point gets a leading 1, so that one block matrix per component holds all three sums.
@add_to_class(GMM)
def online_update(self, new_batch):
    ones = np.hstack([np.ones((len(new_batch), 1)), new_batch])
    block = np.einsum("nk,ni,nj->kij", self._e_step(new_batch), ones, ones)
    self.block = block + getattr(self, "block", 0)
    N = self.block[:, 0, 0]
    scaled = self.block / N[:, None, None]
    self.weights = N / N.sum()
    self.means = scaled[:, 0, 1:].copy()
    self.covariances = scaled[:, 1:, 1:] - self.means[:, :, None] * self.means[:, None]
