# Adds a little to the covariances of the model itself before factorising
# loses: parameters are left alone
@add_to_class(GMM)
def sample(self, n_samples):
    d = self.means.shape[1]
    self.covariances += 1e-9 * np.eye(d)  # so that cholesky never fails
    z = self.rng.choice(self.n_components, size=n_samples, p=self.weights)
    eps = self.rng.standard_normal((n_samples, d))
    return self.means[z] + np.einsum("nij,nj->ni", np.linalg.cholesky(self.covariances)[z], eps)
