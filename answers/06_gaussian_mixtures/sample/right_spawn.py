# One child generator for the components, one for the noise
@add_to_class(GMM)
def sample(self, n_samples):
    rng_z, rng_x = self.rng.spawn(2)
    labels = rng_z.choice(self.n_components, p=self.weights, size=n_samples)
    L = [np.linalg.cholesky(S) for S in self.covariances]
    return np.array([self.means[k] + L[k] @ rng_x.standard_normal(len(L[k])) for k in labels])
