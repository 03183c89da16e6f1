# scipy draws with a typed seed
# loses: randomness from self.rng
from scipy import stats

@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    d = self.means.shape[1]
    X = np.empty((n_samples, d))
    for k in range(self.n_components):
        size = int((z == k).sum())
        if size:
            normal = stats.multivariate_normal(self.means[k], self.covariances[k])
            X[z == k] = np.reshape(normal.rvs(size, random_state=0), (size, d))
    return X
