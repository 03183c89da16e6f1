# The expected number from each component, rounded; the last one fills up
# loses: counts are random
@add_to_class(GMM)
def sample(self, n_samples):
    counts = np.floor(self.weights * n_samples).astype(int)
    counts[-1] = n_samples - counts[:-1].sum()
    z = self.rng.permutation(np.repeat(np.arange(self.n_components), counts))
    L = np.linalg.cholesky(self.covariances)
    eps = self.rng.standard_normal((n_samples, self.means.shape[1]))
    return self.means[z] + np.einsum("nij,nj->ni", L[z], eps)
