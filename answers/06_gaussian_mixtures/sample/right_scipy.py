# scipy's multivariate normal with self.rng as random state
from scipy.stats import multivariate_normal

@add_to_class(GMM)
def sample(self, n_samples):
    d = self.means.shape[1]
    comps = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.full((n_samples, d), np.nan)
    for k in range(self.n_components):
        idx = np.where(comps == k)[0]
        if idx.size:
            draws = multivariate_normal.rvs(self.means[k], self.covariances[k], size=idx.size,
                                            random_state=self.rng)
            X[idx] = np.reshape(draws, (idx.size, d))
    return X
