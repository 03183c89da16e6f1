# Writes into the arrays that the mixture already has, with sums in torch.
@add_to_class(GMM)
def online_update(self, new_batch):
    x = torch.tensor(new_batch)
    r = torch.tensor(np.asarray(self._e_step(new_batch)))
    if not hasattr(self, "_t"):
        self._t = [0, 0, 0]
    self._t[0] = self._t[0] + r.sum(0)
    self._t[1] = self._t[1] + r.T @ x
    self._t[2] = self._t[2] + torch.einsum("nk,ni,nj->kij", r, x, x)
    N = self._t[0].numpy()
    print("seen", N.sum())
    self.weights[:] = N / N.sum()
    self.means[:] = self._t[1].numpy() / N[:, None]
    for k in range(len(N)):
        self.covariances[k] = self._t[2][k].numpy() / N[k] - np.outer(self.means[k], self.means[k])
