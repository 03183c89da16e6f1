# The sums are nested python lists; the attributes are arrays.
@add_to_class(GMM)
def online_update(self, new_batch):
    r = self._e_step(new_batch)
    N, s, Q = getattr(self, "lists", (0.0, 0.0, 0.0))
    N = (np.array(N) + r.sum(axis=0)).tolist()
    s = (np.array(s) + r.T @ new_batch).tolist()
    Q = (np.array(Q) + np.einsum("nk,ni,nj->kij", r, new_batch, new_batch)).tolist()
    self.lists = (N, s, Q)
    self.weights = np.array([n / sum(N) for n in N])
    self.means = np.array([[v / n for v in row] for row, n in zip(s, N)])
    self.covariances = np.array([np.array(q) / n - np.outer(m, m) for q, n, m in zip(Q, N, self.means)])
