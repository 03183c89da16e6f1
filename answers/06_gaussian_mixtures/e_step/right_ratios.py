# Each responsibility is one over the sum of ratios to the others; an overflow to inf gives 0.
@add_to_class(GMM)
def _e_step(self, X):
    d = X.shape[1]
    ell = np.empty((X.shape[0], self.n_components))
    for k in range(self.n_components):
        c = X - self.means[k]
        ell[:, k] = np.log(self.weights[k]) - 0.5 * (
            np.sum(c * np.linalg.solve(self.covariances[k], c.T).T, axis=1)
            + np.linalg.slogdet(self.covariances[k])[1] + d * np.log(2 * np.pi))
    with np.errstate(over="ignore"):
        return 1.0 / np.exp(ell[:, None, :] - ell[:, :, None]).sum(axis=2)
