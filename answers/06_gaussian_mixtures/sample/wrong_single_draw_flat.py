# A single draw comes back as (d,)
# loses: n draws of d numbers
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.array([self.rng.multivariate_normal(self.means[k], self.covariances[k]) for k in z])
    return X[0] if n_samples == 1 else X
