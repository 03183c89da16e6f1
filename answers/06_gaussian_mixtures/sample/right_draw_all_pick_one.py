# A draw from every component for every row; the component picks one of them
@add_to_class(GMM)
def sample(self, n_samples):
    everyone = np.stack([self.rng.multivariate_normal(m, C, n_samples)
                         for m, C in zip(self.means, self.covariances)], axis=1)  # (n, K, d)
    z = self.rng.multinomial(1, self.weights, size=n_samples).argmax(axis=1)
    return everyone[np.arange(n_samples), z]
