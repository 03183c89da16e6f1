# No loop: one Cholesky factor for every row
@add_to_class(GMM)
def sample(self, n_samples):
    z = self.rng.choice(len(self.weights), n_samples, p=self.weights)
    eps = self.rng.normal(size=(n_samples, self.means.shape[1]))
    L = np.linalg.cholesky(self.covariances)
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
