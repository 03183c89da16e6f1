# The batch's mean and covariance for every component
@add_to_class(GMM)
def online_update(self, new_batch):
    K = len(self.weights)
    centred = new_batch - new_batch.mean(axis=0)
    self.weights = np.full(K, 1 / K)
    self.means = np.tile(new_batch.mean(axis=0), (K, 1))
    self.covariances = np.tile(centred.T @ centred / len(centred), (K, 1, 1))
