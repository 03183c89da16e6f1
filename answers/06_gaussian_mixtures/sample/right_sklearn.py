# scikit-learn's sample, seeded from self.rng, then shuffled
from sklearn.mixture import GaussianMixture

@add_to_class(GMM)
def sample(self, n_samples):
    gm = GaussianMixture(self.n_components, random_state=int(self.rng.integers(2**31)))
    gm.weights_, gm.means_, gm.covariances_ = self.weights, self.means, self.covariances
    X, y = gm.sample(n_samples)
    self.rng.shuffle(X)
    return X
