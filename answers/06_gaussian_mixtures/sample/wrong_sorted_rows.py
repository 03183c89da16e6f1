# Rows come out component by component
# loses: rows in random order
@add_to_class(GMM)
def sample(self, n_samples):
    counts = self.rng.multinomial(n_samples, self.weights)
    return np.vstack([self.rng.multivariate_normal(self.means[k], self.covariances[k], size=c)
                      for k, c in enumerate(counts)])
