# Equal components, all of them standard normal
@add_to_class(GMM)
def online_update(self, new_batch):
    K, d = self.means.shape
    self.weights = np.full(K, 1 / K)
    self.means = np.zeros((K, d))
    self.covariances = np.tile(np.eye(d), (K, 1, 1))
