# A single Gaussian with the mean and covariance of the whole mixture
# loses: n draws of d numbers; components in proportion to their weights; draws around the means; variances of the components; tilt of the components; counts are random; rows in random order; randomness from self.rng; parameters are left alone
@add_to_class(GMM)
def sample(self, n_samples):
    mean = self.weights @ self.means
    cov = sum(w * (S + np.outer(m - mean, m - mean))
              for w, m, S in zip(self.weights, self.means, self.covariances))
    return self.rng.multivariate_normal(mean, cov, size=n_samples)
