# Components from self.rng, but scipy's draws from the global generator
# loses: randomness from self.rng
from scipy import stats

@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.empty((n_samples, self.means.shape[1]))
    for k in range(self.n_components):
        rows = z == k
        if rows.any():
            draws = stats.multivariate_normal(self.means[k], self.covariances[k]).rvs(rows.sum())
            X[rows] = np.reshape(draws, X[rows].shape)
    return X
