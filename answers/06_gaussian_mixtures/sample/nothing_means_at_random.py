# Means at random, each as likely
@add_to_class(GMM)
def sample(self, n_samples):
    return self.means[self.rng.integers(self.n_components, size=n_samples)]
