# Squeezes the result, so that one draw or one feature loses an axis
# loses: n draws of d numbers; counts are random
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    X = [self.rng.multivariate_normal(self.means[k], self.covariances[k]) for k in z]
    return np.squeeze(np.array(X))
