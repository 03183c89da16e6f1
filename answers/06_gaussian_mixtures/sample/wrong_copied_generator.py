# Draws from a copy of self.rng, so that the next call repeats the draws
# loses: counts are random; randomness from self.rng
import copy

@add_to_class(GMM)
def sample(self, n_samples):
    rng = copy.deepcopy(self.rng)
    z = rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.empty((n_samples, self.means.shape[1]))
    for k in range(self.n_components):
        X[z == k] = rng.multivariate_normal(self.means[k], self.covariances[k], (z == k).sum())
    return X
