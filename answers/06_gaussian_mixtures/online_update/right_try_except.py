# Catches the AttributeError of the first call.
@add_to_class(GMM)
def online_update(self, new_batch):
    gamma = self._e_step(new_batch)
    Nk = gamma.sum(axis=0)
    Sk = gamma.T.dot(new_batch)
    Qk = np.array([(gamma[:, [k]] * new_batch).T @ new_batch for k in range(self.n_components)])
    try:
        self.N += Nk
        self.S += Sk
        self.Q += Qk
    except AttributeError:
        self.N, self.S, self.Q = Nk, Sk, Qk
    self.weights = self.N / np.sum(self.N)
    self.means = self.S / self.N.reshape(-1, 1)
    self.covariances = np.array([q / n - np.outer(m, m) for q, n, m in zip(self.Q, self.N, self.means)])
