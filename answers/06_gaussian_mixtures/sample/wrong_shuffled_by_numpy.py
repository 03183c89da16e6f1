# Counts and noise from self.rng, but the global generator brings them into order
# loses: randomness from self.rng
@add_to_class(GMM)
def sample(self, n_samples):
    counts = self.rng.multinomial(n_samples, self.weights)
    X = np.vstack([self.rng.multivariate_normal(m, S, size=c)
                   for m, S, c in zip(self.means, self.covariances, counts)])
    np.random.shuffle(X)
    return X
