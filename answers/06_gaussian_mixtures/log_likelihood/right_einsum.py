# All components at once, then logaddexp.reduce.
@add_to_class(GMM)
def log_likelihood(self, X):
    diff = X[:, None] - self.means
    quad = np.einsum("nki,kij,nkj->nk", diff, np.linalg.inv(self.covariances), diff)
    logdet = np.linalg.slogdet(self.covariances).logabsdet
    joint = np.log(self.weights) - 0.5 * (quad + logdet + X.shape[1] * np.log(2 * np.pi))
    return float(np.logaddexp.reduce(joint, axis=1).sum())
