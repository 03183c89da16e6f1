# One draw at a time, in a loop
@add_to_class(GMM)
def sample(self, n_samples):
    K, d = self.means.shape
    out = np.zeros((n_samples, d))
    for i in range(n_samples):
        k = self.rng.choice(K, p=self.weights)
        out[i] = self.rng.multivariate_normal(self.means[k], self.covariances[k])
    return out
