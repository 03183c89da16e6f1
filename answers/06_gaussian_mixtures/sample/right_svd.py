# Square root of the covariance from its SVD
@add_to_class(GMM)
def sample(self, n_samples):
    U, s, _ = np.linalg.svd(self.covariances)
    roots = U * np.sqrt(s)[:, None, :]
    noise = self.rng.standard_normal((n_samples, self.means.shape[1], 1))
    which = self.rng.choice(len(roots), size=n_samples, p=self.weights)
    return self.means[which] + (roots[which] @ noise)[..., 0]
