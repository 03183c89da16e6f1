# A dict of sums and plain loops over points.
@add_to_class(GMM)
def online_update(self, new_batch):
    n, d = new_batch.shape
    K = self.n_components
    if not hasattr(self, "stats"):
        self.stats = {"n": np.zeros(K), "s": np.zeros((K, d)), "q": np.zeros((K, d, d))}
    r = np.array(self._e_step(new_batch))
    for i in range(n):
        for k in range(K):
            self.stats["n"][k] += r[i, k]
            self.stats["s"][k] += r[i, k] * new_batch[i]
            self.stats["q"][k] += r[i, k] * np.outer(new_batch[i], new_batch[i])
    new_means, new_covs = np.zeros((K, d)), np.zeros((K, d, d))
    for k in range(K):
        new_means[k] = self.stats["s"][k] / self.stats["n"][k]
        new_covs[k] = self.stats["q"][k] / self.stats["n"][k] - np.outer(new_means[k], new_means[k])
    self.weights = self.stats["n"] / self.stats["n"].sum()
    self.means, self.covariances = new_means, new_covs
