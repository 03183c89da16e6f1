# One draw, repeated n times
# loses: n draws of d numbers; components in proportion to their weights; draws around the means; variances of the components; tilt of the components; counts are random; rows in random order; randomness from self.rng; parameters are left alone
@add_to_class(GMM)
def sample(self, n_samples):
    k = self.rng.choice(self.n_components, p=self.weights)
    x = self.rng.multivariate_normal(self.means[k], self.covariances[k])
    return np.tile(x, (n_samples, 1))
