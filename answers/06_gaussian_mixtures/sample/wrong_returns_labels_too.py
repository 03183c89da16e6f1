# Returns the points and their components, as scikit-learn does
# loses: n draws of d numbers; components in proportion to their weights; draws around the means; variances of the components; tilt of the components; counts are random; rows in random order; randomness from self.rng; parameters are left alone
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = np.array([self.rng.multivariate_normal(self.means[k], self.covariances[k]) for k in z])
    return X, z
