# One structured array holds all sums of a component.
@add_to_class(GMM)
def online_update(self, new_batch):
    d = new_batch.shape[1]
    if "table" not in vars(self):
        fields = [("n", float), ("s", float, (d,)), ("q", float, (d, d))]
        self.table = np.zeros(self.n_components, dtype=fields)
    r = self._e_step(new_batch)
    t = self.table
    t["n"] += r.sum(axis=0)
    t["s"] += r.T @ new_batch
    t["q"] += np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)
    self.weights = t["n"] / t["n"].sum()
    self.means = t["s"] / t["n"][:, None]
    self.covariances = t["q"] / t["n"][:, None, None] - np.einsum("ki,kj->kij", self.means, self.means)
