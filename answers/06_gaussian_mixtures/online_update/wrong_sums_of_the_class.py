# The sums belong to the class, so that one mixture goes on where another stopped
# loses: the first batch is one step of EM
GMM.sums = None

@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    new = [r.sum(axis=0), r.T @ new_batch, np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)]
    shape = self.means.shape
    if GMM.sums is None or GMM.sums[1].shape != shape:
        GMM.sums = new
    else:
        GMM.sums = [a + b for a, b in zip(GMM.sums, new)]
    N, s, q = GMM.sums
    self.weights, self.means = N / N.sum(), s / N[:, None]
    self.covariances = q / N[:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
